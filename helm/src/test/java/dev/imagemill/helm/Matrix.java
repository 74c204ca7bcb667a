package dev.imagemill.helm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Values to try: the named ones, each feature by itself, and seeded random choices of features. */
final class Matrix {
    /** Values with a name for the test's report. */
    record Case(String name, Release release) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String BASE = """
            image: {registry: registry.example.org}
            kafka: {bootstrapServers: "kafka:9092"}
            s3: {endpoint: "https://s3.example.org", existingSecret: keys}
            """;

    private static final int CHOICES = 120;
    private static final long SEED = 20261121;

    private static final List<Case> CASES = render();

    private Matrix() {}

    /** Everything, rendered once. */
    static List<Case> cases() {
        return CASES;
    }

    private static List<Case> render() {
        List<Case> cases = new ArrayList<>();
        List<String> names = List.of("minimal", "production", "everything", "development");
        List<Values> named = Values.named();
        for (int i = 0; i < names.size(); i++) {
            cases.add(new Case(names.get(i), Chart.render(named.get(i))));
        }
        Stream.concat(Arrays.stream(Feature.values()).map(EnumSet::of), choices())
                .map(Matrix::completed)
                .distinct()
                .forEach(features -> cases.add(new Case(features.toString(), Chart.render(values(features)))));
        return List.copyOf(cases);
    }

    private static Stream<EnumSet<Feature>> choices() {
        Random random = new Random(SEED);
        return Stream.generate(() -> {
                    EnumSet<Feature> chosen = EnumSet.noneOf(Feature.class);
                    for (Feature.Group group : List.of(Feature.Group.DATABASE, Feature.Group.KAFKA)) {
                        List<Feature> members = members(group);
                        chosen.add(members.get(random.nextInt(members.size())));
                    }
                    members(Feature.Group.NONE).stream()
                            .filter(_ -> random.nextInt(3) == 0)
                            .forEach(chosen::add);
                    return chosen;
                })
                .limit(CHOICES);
    }

    /** With the first of each group that has none. */
    private static EnumSet<Feature> completed(EnumSet<Feature> chosen) {
        EnumSet<Feature> all = EnumSet.copyOf(chosen);
        for (Feature.Group group : List.of(Feature.Group.DATABASE, Feature.Group.KAFKA)) {
            if (chosen.stream().noneMatch(feature -> feature.group == group)) {
                all.add(members(group).getFirst());
            }
        }
        return all;
    }

    private static List<Feature> members(Feature.Group group) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.group == group)
                .toList();
    }

    private static Values values(Set<Feature> features) {
        Values values = Values.none().with(BASE);
        for (Feature feature : features) {
            values = values.with(feature.yaml);
        }
        return values;
    }
}
