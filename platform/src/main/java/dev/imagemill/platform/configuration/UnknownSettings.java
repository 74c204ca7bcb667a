package dev.imagemill.platform.configuration;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses settings below {@code imagemill} that no record takes: a misspelt one would leave its default in force, and nobody
 * would know. Settings of the other services are let pass, so that all may be given the same file.
 *
 * <p>Of environment variables it only warns, and of none that Kubernetes makes of a service's name. Of the JVM's properties it looks
 * at none that are no service's: libraries of ours read some.
 *
 * <p>And it has all records read before the database is asked for anything: that a value is of no use is to be said whether or not Postgres answers.
 */
final class UnknownSettings implements BeanFactoryPostProcessor {
    private static final Logger log = LoggerFactory.getLogger(UnknownSettings.class);

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("imagemill");
    /** What follows {@code imagemill} in any service. */
    private static final Set<String> PARTS = Set.of("s3", "kafka", "ingest", "storage", "transform");
    /** {@code IMAGEMILL_STORAGE_SERVICE_HOST}, {@code IMAGEMILL_STORAGE_PORT_80_TCP_ADDR}, as names of properties. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*\\.(service\\.(host|port)(\\..*)?|port(\\[?\\.?\\d+]?\\.(tcp|udp)(\\..*)?)?)");

    /** Spring Boot's name of it. */
    private static final String DATABASE = "dataSource";

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final Environment environment;

    UnknownSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<ConfigurationPropertyName, String> known = new TreeMap<>();
        List<String> records = Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> name.startsWith("imagemill."))
                .toList();
        records.stream()
                .flatMap(name -> Optional.ofNullable(beans.getType(name, false)).stream())
                .flatMap(type -> SettingNames.of(type).stream())
                .forEach(name -> known.put(ConfigurationPropertyName.of(name), name));
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(name -> ROOT.isAncestorOf(name) && !known.containsKey(plain(name)))
                        .forEach(name -> unknown(name, names, known.values()));
            }
        }
        if (beans.containsBeanDefinition(DATABASE)) {
            beans.getBeanDefinition(DATABASE).setDependsOn(records.toArray(String[]::new));
        }
    }

    private static void unknown(
            ConfigurationPropertyName name, ConfigurationPropertySource source, Collection<String> known) {
        String part = name.getElement(1, ConfigurationPropertyName.Form.UNIFORM);
        Object underlying = source.getUnderlyingSource();
        boolean environment = underlying instanceof SystemEnvironmentPropertySource;
        boolean ofProcess =
                environment || isNamed(underlying, StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        String prefix = "imagemill." + part + ".";
        List<String> meant =
                known.stream().filter(each -> each.startsWith(prefix)).toList();
        if (meant.isEmpty() && (PARTS.contains(part) || ofProcess)) {
            return;
        }
        if (environment) {
            if (!SERVICE_LINK.matcher(name.toString()).matches()) {
                log.warn("no setting is read from the environment variable {}", origin(name, source));
            }
            return;
        }
        throw new UnknownSetting(name.toString(), origin(name, source), meant.isEmpty() ? known : meant);
    }

    private static boolean isNamed(@Nullable Object source, String name) {
        return source instanceof PropertySource<?> properties
                && properties.getName().equals(name);
    }

    /** A list's elements are all called the same. */
    private static ConfigurationPropertyName plain(ConfigurationPropertyName name) {
        String text = name.toString();
        return text.indexOf('[') < 0
                ? name
                : ConfigurationPropertyName.of(INDEX.matcher(text).replaceAll(""));
    }

    private static String origin(ConfigurationPropertyName name, ConfigurationPropertySource source) {
        Origin origin = Origin.from(source.getConfigurationProperty(name));
        return origin == null ? String.valueOf(source.getUnderlyingSource()) : origin.toString();
    }
}
