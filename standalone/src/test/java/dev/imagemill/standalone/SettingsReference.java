package dev.imagemill.standalone;

import static java.util.stream.Collectors.joining;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.unit.DataSize;

/** The services' own settings as their configuration records have them: names, defaults, what they take and what they mean. */
final class SettingsReference {
    /** One setting. */
    record Setting(String name, String fallback, String takes, String meaning) {
        String row() {
            return "| `%s` | %s | %s | %s |"
                    .formatted(name, fallback.isEmpty() ? "" : "`" + fallback + "`", takes, meaning);
        }
    }

    /** The settings of one record. */
    record Group(String prefix, String meaning, List<Setting> settings) {
        String text() {
            return "### `%s`%n%n%s%n%n| setting | default | takes | meaning |%n|---|---|---|---|%n%s%n"
                    .formatted(
                            prefix, meaning, settings.stream().map(Setting::row).collect(joining("\n")));
        }
    }

    private SettingsReference() {}

    static List<Group> groups() throws IOException, ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Group> groups = new ArrayList<>();
        for (var candidate : scanner.findCandidateComponents("dev.imagemill")) {
            Class<?> type = Class.forName(candidate.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            RecordSource source = RecordSource.of(type);
            List<Setting> settings = new ArrayList<>();
            collect(prefix, type, source, settings);
            groups.add(new Group(prefix, source.meaning(type), settings));
        }
        groups.sort(Comparator.comparing(Group::prefix));
        return groups;
    }

    private static void collect(String prefix, Class<?> type, RecordSource source, List<Setting> settings) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            Class<?> element = element(component.getGenericType());
            if (element.isRecord()) {
                collect(component.getType() == List.class ? name + "[]" : name, element, source, settings);
            } else {
                settings.add(new Setting(
                        name, fallback(type, component), takes(type, component), source.meaning(type, component)));
            }
        }
    }

    private static Class<?> element(Type type) {
        return switch (type) {
            case Class<?> simple -> simple;
            case ParameterizedType list -> (Class<?>) list.getActualTypeArguments()[0];
            default -> throw new IllegalArgumentException(type.getTypeName());
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String fallback(Class<?> type, RecordComponent component) {
        DefaultValue value = parameter(type, component).getAnnotation(DefaultValue.class);
        if (value == null) {
            return "";
        }
        String text = String.join(", ", value.value());
        return component.getType().isEnum() ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static java.lang.reflect.Parameter parameter(Class<?> type, RecordComponent component) {
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static String takes(Class<?> type, RecordComponent component) {
        var parameter = parameter(type, component);
        Min min = parameter.getAnnotation(Min.class);
        Max max = parameter.getAnnotation(Max.class);
        DurationMin shortest = parameter.getAnnotation(DurationMin.class);
        DurationMax longest = parameter.getAnnotation(DurationMax.class);
        Pattern pattern = parameter.getAnnotation(Pattern.class);
        Size size = parameter.getAnnotation(Size.class);
        String takes = kind(component.getType());
        if (min != null) {
            takes += max == null
                    ? " from " + number(min.value())
                    : " from %s to %s".formatted(number(min.value()), number(max.value()));
        }
        if (shortest != null) {
            takes += " from " + shortest(shortest);
        }
        if (longest != null) {
            takes += " to " + longest.minutes() + "m";
        }
        if (pattern != null) {
            takes += ", " + pattern.message();
        } else if (size != null) {
            takes += ", " + size.message();
        } else if (parameter.isAnnotationPresent(NotBlank.class)) {
            takes += ", not empty";
        }
        return takes;
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "`" + constant.toString().toLowerCase(Locale.ROOT) + "`")
                    .collect(joining(" or "));
        }
        if (type == boolean.class) {
            return "`true` or `false`";
        }
        if (type == int.class || type == long.class || type == short.class) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "a duration";
        }
        if (type == DataSize.class) {
            return "a size";
        }
        if (type == URI.class) {
            return "an address";
        }
        if (type == Path.class) {
            return "a folder";
        }
        if (type == String.class) {
            return "text";
        }
        throw new IllegalArgumentException("settings of " + type + " have no description yet");
    }

    private static String shortest(DurationMin min) {
        Duration duration = Duration.ofDays(min.days())
                .plusHours(min.hours())
                .plusMinutes(min.minutes())
                .plusSeconds(min.seconds())
                .plusMillis(min.millis());
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
