package io.github.camelwechat.material;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The order of the rooms, and what a user may see of them. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.github.camelwechat.material";

    private static final List<String> JACKSON_UNUSED = List.of(
            "JsonTypeInfo", "JsonSubTypes", "PolymorphicTypeValidator", "TypeResolver", "JsonView", "JsonUnwrapped",
            "JsonIdentity", "JsonIgnore", "NonBlocking", "ByteArrayFeeder", "ByteBufferFeeder");
    private static final Set<String> PLAIN = Set.of("String", "int", "Integer", "long", "Long", "boolean", "List");

    /** Names of headers and operations, which depend on nothing: the only classes of the root for another room. */
    private static final DescribedPredicate<JavaClass> NAMES
            = describe("are names", type -> Room.NAMES.test(type.getBaseComponentType()));

    @ArchTest
    static void aRoomDependsOnlyOnThoseThatItMayUse(JavaClasses classes) {
        for (Room room : Room.values()) {
            room.mayUse().allowEmptyShould(room.isPlanned()).check(classes);
            room.mayUseOfCamel().allowEmptyShould(room.isPlanned()).check(classes);
        }
    }

    @ArchTest
    static void aPlannedRoomIsNotThereYet(JavaClasses classes) {
        for (Room room : Room.values()) {
            assertThat(classes.stream().anyMatch(type -> type.getPackageName().equals(room.packageName())))
                    .as(room.name()).isEqualTo(!room.isPlanned());
        }
    }

    @ArchTest
    static final ArchRule NAMES_DEPEND_ON_NOTHING_ELSE_OF_OURS
            = noClasses().that(NAMES).should().dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(NAMES)));

    @ArchTest
    static final ArchRule THERE_IS_NO_OTHER_ROOM = classes().should().resideInAnyPackage(
            Stream.concat(Stream.of(ROOT), Stream.of(Room.values()).map(Room::packageName)).toArray(String[]::new));

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES = SlicesRuleDefinition.slices().matching(ROOT + ".internal.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_LOGS_BY_JAVA_UTIL_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NOTHING_WRITES_TO_THE_CONSOLE = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule WHAT_IS_STATIC_IS_FINAL = fields().that().areStatic().should().beFinal();

    @ArchTest
    static void publicAreTheFaceTheResultsAndTheExceptionsOnly(JavaClasses classes) {
        assertThat(classes.stream().filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getPackageName().equals(ROOT) && type.getModifiers().contains(JavaModifier.PUBLIC)))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder(
                        "WechatMaterialAccount", "WechatMaterialArticleOptions", "WechatMaterialComponent",
                        "WechatMaterialConfiguration",
                        "WechatMaterialConnection", "WechatMaterialConstants", "WechatMaterialConverter",
                        "WechatMaterialEndpoint", "WechatMaterialKameletParameters", "WechatMaterialOperations",
                        "WechatMaterialPlatform",
                        "WechatMaterialPlatformComponent", "WechatMaterialPlatformConstants",
                        "WechatMaterialPlatformEndpoint", "WechatMaterialPlatformOperations",
                        "WechatMaterialPropertyCheck", "WechatMaterialReadiness",
                        // generated
                        "WechatMaterialAccountConfigurer", "WechatMaterialComponentConfigurer",
                        "WechatMaterialConverterLoader", "WechatMaterialEndpointConfigurer",
                        "WechatMaterialEndpointUriFactory", "WechatMaterialPlatformComponentConfigurer",
                        "WechatMaterialPlatformConfigurer", "WechatMaterialPlatformEndpointConfigurer",
                        "WechatMaterialPlatformEndpointUriFactory");
    }

    @ArchTest
    static final ArchRule WHAT_A_USER_SEES_NAMES_NOTHING_INTERNAL = classes()
            .that(new DescribedPredicate<>("a user sees") {
                @Override
                public boolean test(JavaClass type) {
                    return isForUsers(type) && type.getModifiers().contains(JavaModifier.PUBLIC);
                }
            }).should(new ArchCondition<>("name only classes for users in what is public or protected") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getCodeUnits().stream().filter(ArchitectureTest::isVisible).forEach(unit -> Stream
                            .concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                            .filter(named -> named.getPackageName().startsWith(ROOT) && !isForUsers(named))
                            .forEach(named -> events.add(SimpleConditionEvent.violated(
                                    unit, unit.getFullName() + " names " + named.getName()))));
                }
            });

    /** What the advisories on Jackson need, of which SECURITY.md says that it is not used. */
    @ArchTest
    static final ArchRule JACKSON_BINDS_WITHOUT_TYPES_VIEWS_AND_IDENTITIES = noClasses().should().dependOnClassesThat(
            new DescribedPredicate<>("choose classes, views or identities, or parse without blocking") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("com.fasterxml.jackson") && JACKSON_UNUSED.stream()
                            .anyMatch(part -> type.getSimpleName().contains(part));
                }
            });

    /**
     * Of these alone Jackson makes values of an answer: no address, path, duration or number with a point is among
     * them.
     */
    @ArchTest
    static void resultsHoldPlainValuesOnly(JavaClasses classes) {
        for (JavaClass type : classes) {
            if (type.getPackageName().equals(ROOT + ".result")) {
                assertThat(type.getFields()).allSatisfy(field -> assertThat(
                        field.getRawType().getPackageName().equals(ROOT + ".result")
                                || PLAIN.contains(field.getRawType().getSimpleName()))
                        .as(field.getFullName()).isTrue());
            }
        }
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC) || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isForUsers(JavaClass type) {
        String name = type.getPackageName();
        return (name.equals(ROOT) && type.getModifiers().contains(JavaModifier.PUBLIC)) || name.equals(ROOT + ".error")
                || name.equals(ROOT + ".result");
    }

}
