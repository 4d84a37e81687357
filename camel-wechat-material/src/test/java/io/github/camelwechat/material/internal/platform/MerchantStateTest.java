package io.github.camelwechat.material.internal.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.github.camelwechat.material.internal.platform.MerchantState.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each transition of an account's standing, and random orders of events, repetitions and late answers. */
class MerchantStateTest {

    private static final Instant TIME = Instant.parse("2026-11-23T00:00:00Z");
    private static final int REFUSED = 61003;
    private static final int RUNS = 20_000;
    private static final int STEPS = 14;
    private static final int SECONDS = 4;

    private static PushEvent.Authorized authorized(int second, String code) {
        return new PushEvent.Authorized("authorized", TIME.plusSeconds(second), "wxshop", code, null);
    }

    private static PushEvent.Unauthorized unauthorized(int second) {
        return new PushEvent.Unauthorized(TIME.plusSeconds(second), "wxshop");
    }

    private static MerchantState after(PushEvent... events) {
        MerchantState state = null;
        for (PushEvent event : events) {
            state = next(state, event);
        }
        return Objects.requireNonNull(state);
    }

    private static MerchantState next(@Nullable MerchantState state, PushEvent event) {
        return event instanceof PushEvent.Authorized authorized
                ? MerchantState.authorized(state, authorized)
                : MerchantState.unauthorized(state, (PushEvent.Unauthorized) event);
    }

    private static Grant grant(@Nullable String refreshToken, Integer... permissionSets) {
        return new Grant(refreshToken, List.of(permissionSets));
    }

    private static MerchantState redeemed() {
        return MerchantState.redeemed(after(authorized(1, "c1")), "c1", grant("r1", 1, 11));
    }

    private static MerchantState lost() {
        return redeemed().lost(REFUSED, TIME);
    }

    private static void isDifferent(
            MerchantState state, Standing standing, @Nullable String code, @Nullable String refreshToken) {
        assertThat(state.standing()).isEqualTo(standing);
        assertThat(state.code()).isEqualTo(code);
        assertThat(state.refreshToken()).isEqualTo(refreshToken);
    }

    @Test
    void firstEventDecides() {
        isDifferent(after(authorized(1, "c1")), Standing.AUTHORIZED, "c1", null);
        isDifferent(after(unauthorized(1)), Standing.WITHDRAWN, null, null);
    }

    @Test
    void redeemedCodeGivesWayToTheRefreshToken() {
        isDifferent(redeemed(), Standing.AUTHORIZED, null, "r1");
        assertThat(redeemed().permissionSets()).containsExactly(1, 11);
        assertThat(redeemed().isPending()).isFalse();
    }

    @Test
    void otherCodeStaysWhenOneIsRedeemed() {
        isDifferent(
                MerchantState.redeemed(after(authorized(1, "c1"), authorized(2, "c2")), "c1", grant("r1")), Standing.AUTHORIZED,
                "c2", "r1");
    }

    @Test
    void accountThatIsToldOfIsAuthorizedSinceEver() {
        MerchantState told = MerchantState.told(null, grant("r1", 11));
        isDifferent(told, Standing.AUTHORIZED, null, "r1");
        assertThat(told.since()).isEqualTo(Instant.EPOCH);
        assertThat(MerchantState.isOfOneGeneration(null, told)).as("no event").isTrue();
    }

    @Test
    void questionLeavesTheCode() {
        isDifferent(
                MerchantState.told(after(authorized(1, "c1")), grant(null, 11)), Standing.AUTHORIZED, "c1", null);
        isDifferent(
                MerchantState.told(after(unauthorized(1), authorized(1, "c1")), grant(null)), Standing.AUTHORIZED, "c1", null);
    }

    @Test
    void changedPermissionsKeepTheRefreshTokenUntilTheCodeIsRedeemed() {
        isDifferent(next(redeemed(), authorized(2, "c2")), Standing.AUTHORIZED, "c2", "r1");
    }

    @Test
    void authorizationAfterAWithdrawalStartsAnew() {
        isDifferent(next(next(redeemed(), unauthorized(2)), authorized(3, "c2")), Standing.AUTHORIZED, "c2", null);
    }

    @Test
    void lostAccountComesBackByAnEventOrAnotherRefreshToken() {
        isDifferent(next(lost(), authorized(2, "c2")), Standing.AUTHORIZED, "c2", null);
        isDifferent(MerchantState.told(lost(), grant("r2")), Standing.AUTHORIZED, null, "r2");
        isDifferent(lost().renewed(null), Standing.AUTHORIZED, null, "r1");
        isDifferent(MerchantState.redeemed(lost(), "c9", grant("r1")), Standing.AUTHORIZED, null, "r1");
        assertThat(MerchantState.told(lost(), grant("r1"))).isEqualTo(lost());
        assertThat(MerchantState.told(lost(), grant(null))).isEqualTo(lost());
        assertThat(next(lost(), authorized(1, "c1"))).as("repeated").isEqualTo(lost());
    }

    @Test
    void answerWithoutRefreshTokenLeavesIt() {
        assertThat(redeemed().renewed(null)).isEqualTo(redeemed());
        assertThat(MerchantState.told(redeemed(), grant(null))).isEqualTo(redeemed());
    }

    @Test
    void eventsOfOneSecondDecideNothing() {
        isDifferent(next(redeemed(), unauthorized(1)), Standing.UNDECIDED, null, "r1");
        isDifferent(after(unauthorized(1), authorized(1, "c1")), Standing.UNDECIDED, "c1", null);
        isDifferent(after(authorized(1, "c1"), unauthorized(1)), Standing.UNDECIDED, "c1", null);
    }

    @Test
    void withdrawnAccountThatWechatTellsOfIsANewGeneration() {
        MerchantState withdrawn = next(redeemed(), unauthorized(2));
        MerchantState told = MerchantState.told(withdrawn, grant("r2"));
        isDifferent(told, Standing.AUTHORIZED, null, "r2");
        assertThat(MerchantState.isOfOneGeneration(withdrawn, told)).isFalse();
    }

    @Test
    void textShowsNoSecret() {
        assertThat(MerchantState.redeemed(after(authorized(1, "c1"), authorized(2, "c2")), "c1", grant("r1")).toString())
                .doesNotContain("c2", "r1");
    }

    /** One account, and what the test knows of it. */
    private static final class Model {

        private final Random random;
        private final List<PushEvent> told = new ArrayList<>();
        private final List<@Nullable MerchantState> seen = new ArrayList<>();
        private @Nullable MerchantState state;
        private int codes;
        private boolean decided;
        private Instant answered = Instant.EPOCH;

        Model(long seed) {
            random = new Random(seed);
            seen.add(null);
        }

        void step() {
            MerchantState before = state;
            if (random.nextInt(3) > 0) {
                hear(!told.isEmpty() && random.nextInt(3) == 0 ? told.get(random.nextInt(told.size())) : newEvent());
            } else {
                answer();
            }
            seen.add(state);
            MerchantState after = state;
            if (before != null) {
                assertThat(Objects.requireNonNull(after).since()).isAfterOrEqualTo(before.since());
            }
        }

        private PushEvent newEvent() {
            int second = random.nextInt(SECONDS);
            return random.nextBoolean() ? authorized(second, "c" + codes++) : unauthorized(second);
        }

        private void hear(PushEvent event) {
            MerchantState before = state;
            MerchantState next = next(before, event);
            assertThat(next(next, event)).as("repeated").isEqualTo(next);
            if (before != null && event.createTime().isBefore(before.since())) {
                assertThat(next).as("old news").isEqualTo(before);
            }
            if (before != null && !next.equals(before)) {
                assertThat(next.generation()).isEqualTo(before.generation() + 1);
                decided &= next.standing() != Standing.UNDECIDED && next.since().equals(before.since());
            }
            told.add(event);
            state = next;
        }

        /** An answer to a question that was asked in any state so far, with the rule of those who take it. */
        private void answer() {
            MerchantState asked = seen.get(random.nextInt(seen.size()));
            MerchantState before = state;
            if (!MerchantState.isOfOneGeneration(asked, before)) {
                return;
            }
            MerchantState next = before;
            switch (random.nextInt(4)) {
                case 0 -> next = MerchantState.told(before, grant(random.nextBoolean() ? "r" : null));
                case 1 -> {
                    if (asked != null && asked.code() != null) {
                        next = MerchantState.redeemed(before, asked.code(), grant("r"));
                        assertThat(next.code()).isNull();
                    }
                }
                case 2 ->
                    next = before == null || asked == null || asked.refreshToken() == null ? before : before.renewed("r2");
                default -> next = before == null ? before : before.lost(REFUSED, TIME);
            }
            if (before != null && before.standing() == Standing.WITHDRAWN) {
                // asked about an account that was withdrawn already: nobody but a caller does
                return;
            }
            if (before != null) {
                assertThat(Objects.requireNonNull(next).generation()).isEqualTo(before.generation());
            }
            if (next != null && !next.equals(before)) {
                decided = true;
                answered = next.since();
            }
            state = next;
        }

        void check() {
            Instant newest = told.stream().map(PushEvent::createTime).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
            List<PushEvent> last = told.stream().filter(event -> event.createTime().equals(newest)).toList();
            if (last.isEmpty()) {
                return;
            }
            MerchantState end = Objects.requireNonNull(state);
            assertThat(end.since()).isEqualTo(newest);
            boolean given = last.stream().anyMatch(PushEvent.Authorized.class::isInstance);
            boolean taken = last.stream().anyMatch(PushEvent.Unauthorized.class::isInstance);
            if (!given) {
                assertThat(end.standing()).isEqualTo(Standing.WITHDRAWN);
                isDifferent(end, Standing.WITHDRAWN, null, null);
            } else if (!decided) {
                assertThat(end.standing()).isEqualTo(taken ? Standing.UNDECIDED : Standing.AUTHORIZED);
                assertThat(last).as("code of the newest event, unless it was redeemed").anyMatch(
                        event -> event instanceof PushEvent.Authorized authorized
                                && (authorized.code().equals(end.code()) || answered.equals(newest)));
            } else {
                assertThat(end.standing()).isNotEqualTo(Standing.WITHDRAWN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void newestEventWinsInAnyOrderWithAnyLateAnswers(long seed) {
        Random seeds = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            long one = seeds.nextLong();
            Model model = new Model(one);
            try {
                for (int step = 0; step < STEPS; step++) {
                    model.step();
                    model.check();
                }
            } catch (AssertionError e) {
                throw new AssertionError("Seed " + one + ": " + model.told + " " + model.seen, e);
            }
        }
    }
}
