package io.github.camelwechat.material;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules allow what planned rooms are going to need, and refuse what they must not use. */
class PlannedRoomsTest {

    static Stream<Room> planned() {
        return Stream.of(Room.values()).filter(Room::isPlanned);
    }

    private static JavaClasses classOf(Room room, String name) throws ClassNotFoundException {
        return new ClassFileImporter().importClasses(Class.forName(room.packageName() + "." + name));
    }

    @ParameterizedTest
    @MethodSource("planned")
    void whatTheRoomNeedsIsAllowed(Room room) throws Exception {
        JavaClasses use = classOf(room, "AllowedUse");

        assertThat(room.mayUse().evaluate(use).hasViolation()).isFalse();
        assertThat(room.mayUseOfCamel().evaluate(use).hasViolation()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("planned")
    void whatItMustNotUseIsRefused(Room room) throws Exception {
        assertThat(room.mayUse().evaluate(classOf(room, "RefusedUse")).hasViolation()).isTrue();
    }
}
