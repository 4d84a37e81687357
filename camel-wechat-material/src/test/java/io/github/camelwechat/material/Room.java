package io.github.camelwechat.material;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * A package of the component below the root, and what it may use: the rooms named here, what these may use, and of
 * Camel the classes named here. The root may use all.
 */
enum Room {

    RESULT(List.of(), Camel.NOTHING),
    ERROR(List.of(RESULT), "org.apache.camel.RuntimeCamelException"),
    CALL(List.of(ERROR, RESULT), Camel.NOTHING),
    TRANSPORT(List.of(CALL), Camel.NOTHING),
    /** What survives a restart. Those who use it do not pass it on. */
    STORE(List.of(CALL), Camel.NOTHING),
    MEDIA(List.of(CALL), "org.apache.camel.WrappedFile", "org.apache.camel.StreamCache"),
    INFLIGHT(List.of(CALL), Camel.EXCHANGE, "org.apache.camel.AsyncCallback", Camel.THREADS),
    FETCH(List.of(MEDIA, TRANSPORT), Camel.NOTHING),
    TOKEN(List.of(TRANSPORT), Camel.NOTHING),
    PLATFORM(List.of(TOKEN, STORE, TRANSPORT), Camel.NOTHING),
    CLIENT(List.of(TOKEN, INFLIGHT, MEDIA, TRANSPORT), Camel.NOTHING),
    LEDGER(List.of(CLIENT, STORE), Camel.NOTHING),
    ARTICLE(List.of(LEDGER, CLIENT, FETCH, INFLIGHT, MEDIA), Camel.NOTHING),
    /** Listeners that need a library; that library may need more of Camel. */
    OBSERVATION(List.of(CALL), Camel.NOTHING),
    OPERATION(List.of(ARTICLE, LEDGER, PLATFORM, CLIENT, MEDIA), Camel.EXCHANGE, "org.apache.camel.Message",
              "org.apache.camel.CamelContext", "org.apache.camel.TypeConverter", "org.apache.camel.WrappedFile",
              "org.apache.camel.StreamCache"),
    SESSION(List.of(LEDGER, PLATFORM, CLIENT, TOKEN, INFLIGHT, MEDIA, STORE), Camel.THREADS),
    /** Used by the check of an application's files alone. */
    CHECK(List.of(), Camel.NOTHING),
    HEALTH(List.of(SESSION), Camel.HEALTH, "org.apache.camel.Component", "org.apache.camel.CamelContext",
           "org.apache.camel.CamelContextAware");

    /** Leaves of the root. */
    static final DescribedPredicate<JavaClass> NAMES
            = belongToAnyOf(
                    WechatMaterialConstants.class, WechatMaterialOperations.class, WechatMaterialPlatformConstants.class,
                    WechatMaterialPlatformOperations.class);
    private static final Set<Room> PLANNED = EnumSet.of(LEDGER, OBSERVATION);

    private static final class Camel {
        private static final String NOTHING = "org.apache.camel.none";
        private static final String EXCHANGE = "org.apache.camel.Exchange";
        /** Camel's names of its threads. */
        private static final String THREADS = "org.apache.camel.spi.ExecutorServiceManager";
        private static final Set<String> OF_THREADS = Set.of(
                "org.apache.camel.spi.ThreadPoolProfile", "org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy");
        private static final String HEALTH = "org.apache.camel.support.HealthCheckComponent";
        private static final Set<String> PACKAGES_OF_HEALTH = Set.of("org.apache.camel.health", "org.apache.camel.impl.health");
    }

    private final List<Room> used;
    private final Set<String> ofCamel;

    Room(List<Room> used, String... ofCamel) {
        this.used = used;
        this.ofCamel = Set.of(ofCamel);
    }

    /** Returns the rooms that its line names, without those that these may use. */
    List<Room> used() {
        return used;
    }

    boolean isPlanned() {
        return PLANNED.contains(this);
    }

    String packageName() {
        return ArchitectureTest.ROOT + (this == RESULT || this == ERROR ? "." : ".internal.") + name().toLowerCase(Locale.ROOT);
    }

    private Set<Room> allUsed() {
        Set<Room> all = EnumSet.of(this);
        for (Room room : used) {
            all.add(room);
            Set<Room> passedOn = room.allUsed();
            if (!used.contains(STORE)) {
                passedOn.remove(STORE);
            }
            all.addAll(passedOn);
        }
        return all;
    }

    private ArchRule refuses(DescribedPredicate<JavaClass> others) {
        return noClasses().that().resideInAPackage(packageName() + "..").should().dependOnClassesThat(others);
    }

    /** {@return the rule about other rooms and the root} */
    ArchRule mayUse() {
        Set<Room> allowed = allUsed();
        return refuses(new DescribedPredicate<>("are of other rooms than " + allowed) {
            @Override
            public boolean test(JavaClass type) {
                return resideInAPackage(ArchitectureTest.ROOT + "..").test(type)
                        && allowed.stream().noneMatch(room -> room.packageName().equals(type.getPackageName()))
                        && !(Room.this == OPERATION && NAMES.test(type));
            }
        });
    }

    /** {@return the rule about Camel} */
    ArchRule mayUseOfCamel() {
        return refuses(new DescribedPredicate<>("are Camel's, but for " + ofCamel) {
            @Override
            public boolean test(JavaClass type) {
                return type.getName().startsWith("org.apache.camel.") && !ofCamel.contains(type.getName())
                        && !(ofCamel.contains(Camel.THREADS) && Camel.OF_THREADS.contains(type.getName()))
                        && !(ofCamel.contains(Camel.HEALTH) && Camel.PACKAGES_OF_HEALTH.contains(type.getPackageName()));
            }
        });
    }
}
