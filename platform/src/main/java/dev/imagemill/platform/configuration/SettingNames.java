package dev.imagemill.platform.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The names of the settings that a configuration record takes, as documentation writes them: {@code imagemill.s3.call-timeout}. */
final class SettingNames {
    private final Set<String> names = new TreeSet<>();

    private SettingNames() {}

    static Set<String> of(Class<?> settings) {
        ConfigurationProperties annotation = settings.getAnnotation(ConfigurationProperties.class);
        if (annotation == null || !settings.isRecord()) {
            return Set.of();
        }
        SettingNames collected = new SettingNames();
        collected.add(annotation.value(), settings);
        return collected.names;
    }

    private void add(String prefix, Class<?> settings) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            Class<?> nested = nested(component.getGenericType());
            if (nested.isRecord()) {
                add(name, nested);
            } else {
                names.add(name);
            }
        }
    }

    /** What a list holds, and anything else itself. */
    private static Class<?> nested(Type type) {
        return switch (type) {
            case Class<?> simple -> simple;
            case ParameterizedType list when list.getActualTypeArguments()[0] instanceof Class<?> element -> element;
            default -> Object.class;
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
