package dev.imagemill.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directions in which modules may depend on each other (docs/decisions/modules.md), and what none may depend on. */
class DependencyRulesTest {
    private static final String ROOT = "dev.imagemill.";
    private static final List<String> MODULES = List.of(
            "imageop",
            "codec",
            "contract",
            "platform",
            "embedded",
            "ingest",
            "transform",
            "storage",
            "cli",
            "standalone");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.imagemill");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imageop",
                "codec imageop",
                "contract imageop",
                "platform contract imageop",
                "embedded",
                "ingest platform contract codec imageop",
                "transform platform contract codec imageop",
                "storage platform contract imageop",
                "cli codec imageop",
                "standalone ingest transform storage platform contract embedded cli"
            })
    void pointOneWay(String moduleAndWhatItMayUse) {
        List<String> allowed = List.of(moduleAndWhatItMayUse.split(" ", -1));
        String[] others = MODULES.stream()
                .filter(module -> !allowed.contains(module))
                .map(module -> ROOT + module + "..")
                .toArray(String[]::new);

        assertThat(CLASSES.stream().filter(type -> isIn(type, allowed.getFirst())))
                .isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage(ROOT + allowed.getFirst() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void leaveImageopWithoutAnyLibrary() {
        classes()
                .that()
                .resideInAPackage("dev.imagemill.imageop..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.imagemill.imageop..", "java..", "jdk.incubator.vector..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void keepFrameworksOutOfTheContract() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.imagemill.contract..", "dev.imagemill.codec..", "dev.imagemill.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.minio..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void nameObjectStorageInThePlatformOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.imagemill.platform.blobstore..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "okhttp3..")
                .check(CLASSES);
    }

    @Test
    void keepNativeLibrariesBehindTheCodec() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.imagemill.codec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.imagemill.codec.vips..",
                        "dev.imagemill.codec.turbojpeg..",
                        "dev.imagemill.codec.webp..",
                        "dev.imagemill.codec.machine..")
                .check(CLASSES);
    }

    @Test
    void useNoJackson2() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "platform", "ingest", "transform", "storage", "cli"})
    void haveNoCyclesBetweenFeatures(String module) {
        slices().matching(ROOT + module + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void holdForEveryPackageThereIs() {
        Stream<String> modules = CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()).split("\\.", -1)[0]);

        assertThat(modules.distinct()).containsExactlyInAnyOrderElementsOf(MODULES);
    }

    private static boolean isIn(JavaClass type, String module) {
        return (type.getPackageName() + ".").startsWith(ROOT + module + ".");
    }
}
