package io.github.camelwechat.material.dsl;

import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The jars of the component and of its endpoint DSL are bundles, for sites that have Camel as bundles. */
class BundleTest {

    private static final String COMPONENT = "io.github.camelwechat.material";
    private static final String DSL = COMPONENT + ".dsl";
    private static final String FINDERS = COMPONENT + ".internal.article";
    private static final String CAMEL = "version=\"[4.18,4.19)\"";

    private static Bundle component() {
        return Bundle.of(WechatMaterialComponent.class);
    }

    private static Bundle dsl() {
        return Bundle.of(StaticEndpointBuilders.class);
    }

    static Stream<Bundle> bundles() {
        return Stream.of(component(), dsl());
    }

    @Test
    void bundlesAndModulesAreNamedAsThePackages() {
        assertThat(bundles().map(bundle -> bundle.header("Bundle-SymbolicName"))).containsExactly(COMPONENT, DSL);
        assertThat(bundles().map(bundle -> bundle.header("Automatic-Module-Name"))).containsExactly(COMPONENT, DSL);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void versionAndJavaAreThoseOfTheBuild(Bundle bundle) {
        assertThat(bundle.header("Bundle-ManifestVersion")).isEqualTo("2");
        // without a time, so that two builds make the same bytes
        assertThat(bundle.header("Bundle-Version")).matches("\\d+\\.\\d+\\.\\d+(\\.SNAPSHOT)?");
        assertThat(bundle.header("Require-Capability")).contains("(osgi.ee=JavaSE)(version=17)");
        assertThat(bundle.headers().keySet()).extracting(Object::toString)
                .doesNotContain("Bnd-LastModified", "Tool", "Created-By-User", "Built-By", "Private-Package", "Build-Jdk");
    }

    @Test
    void exportsAreThePackagesThatUsersCompileAgainst() {
        assertThat(component().packages("Export-Package")).containsOnlyKeys(COMPONENT, COMPONENT + ".error",
                COMPONENT + ".result", FINDERS);
        assertThat(dsl().packages("Export-Package")).containsOnlyKeys(DSL, DSL + ".builder");
    }

    /** A mandatory attribute keeps the package from all bundles that do not name it. */
    @Test
    void packageOfFindersIsExportedToTheirBundleAlone() {
        assertThat(component().packages("Export-Package").get(FINDERS)).contains("internal=article",
                "mandatory:=internal");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void importsOfCamelHaveItsMinorVersion(Bundle bundle) {
        Map<String, String> imports = bundle.packages("Import-Package");
        assertThat(imports.entrySet()).filteredOn(entry -> entry.getKey().startsWith("org.apache.camel")).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue()).contains(CAMEL));
    }

    /**
     * Health checks and the check of files in YAML need jars that are optional, and annotations nothing at run time.
     */
    @Test
    void importsOfOptionalDependenciesAreOptional() {
        assertThat(optional(component())).contains("org.apache.camel.impl.health", "org.jspecify.annotations")
                .allMatch(name -> name.matches("org[.](apache[.]camel[.]impl[.]health|jspecify[.].*|snakeyaml[.].*)"));
        assertThat(optional(dsl())).isEmpty();
    }

    private static Stream<String> optional(Bundle bundle) {
        return bundle.packages("Import-Package").entrySet().stream()
                .filter(entry -> entry.getValue().contains("resolution:=optional")).map(Map.Entry::getKey);
    }

    /** Libraries that Karaf has in several versions are imported in one; those that are plain jars have none there. */
    @Test
    void importsOfLibrariesHaveTheirMajorVersion() {
        assertThat(component().packages("Import-Package").entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("com.fasterxml.") || entry.getKey().startsWith("org.slf4j"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue()).containsPattern("version=\"\\[2\\.\\d+,3\\)\""));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingIsImportedThatIsInTheJarOrInJava(Bundle bundle) {
        assertThat(bundle.packages("Import-Package").keySet()).noneMatch(name -> name.startsWith("java."))
                .doesNotContainAnyElementsOf(bundle.own());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachImportIsUsed(Bundle bundle) {
        assertThat(bundle.packages("Import-Package").keySet()).isNotEmpty().allMatch(bundle::uses);
    }
}
