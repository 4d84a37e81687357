package io.github.camelwechat.material.internal.platform;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Standing of an account with a platform, and what the platform holds of it. Immutable: each method returns the next
 * state, or this one where nothing changes. Its text shows no secret.
 *
 * @param standing       of the account
 * @param since          the CreateTime of the newest event; {@link Instant#EPOCH} where there was none
 * @param generation     number of events: an answer to an earlier question says nothing of the present one
 * @param code           for one call of {@code api_query_auth}; null where there is none to redeem
 * @param refreshToken   null where it has to be asked for
 * @param permissionSets the ids that the account has granted, as far as is known
 * @param lostBy         WeChat's code by which the account was lost; 0 if it is not
 * @param lostAt         when WeChat last gave that code; null if it is not lost
 */
record MerchantState(
        Standing standing, Instant since, int generation, @Nullable String code, @Nullable String refreshToken,
        List<Integer> permissionSets, int lostBy, @Nullable Instant lostAt) {

    enum Standing {
        /** It has authorized the platform. */
        AUTHORIZED,
        /** It has authorized the platform and withdrawn that within one second: WeChat has to be asked. */
        UNDECIDED,
        /** It has withdrawn its authorization. */
        WITHDRAWN,
        /** WeChat takes neither its refresh token nor has another one, though no push has withdrawn it. */
        LOST
    }

    MerchantState {
        permissionSets = List.copyOf(permissionSets);
    }

    private static MerchantState of(
            Standing standing, Instant since, int generation, @Nullable String code, @Nullable String refreshToken,
            List<Integer> permissionSets) {
        return new MerchantState(standing, since, generation, code, refreshToken, permissionSets, 0, null);
    }

    /** Returns the state after an {@code authorized} or {@code updateauthorized}. */
    static MerchantState authorized(@Nullable MerchantState before, PushEvent.Authorized event) {
        if (before == null) {
            return of(Standing.AUTHORIZED, event.createTime(), 1, event.code(), null, List.of());
        }
        int order = event.createTime().compareTo(before.since);
        if (order < 0 || (order == 0 && before.isTold(event))) {
            return before;
        }
        boolean tie = order == 0 && before.standing != Standing.AUTHORIZED && before.standing != Standing.LOST;
        return of(
                tie ? Standing.UNDECIDED : Standing.AUTHORIZED, event.createTime(), before.generation + 1, event.code(),
                // until the code is redeemed
                before.standing == Standing.AUTHORIZED ? before.refreshToken : null, before.permissionSets);
    }

    /** Returns whether a repeated event of the same second has nothing new. */
    private boolean isTold(PushEvent.Authorized event) {
        return standing == Standing.LOST || (standing == Standing.AUTHORIZED && (code == null || code.equals(event.code())))
                || (standing == Standing.UNDECIDED && event.code().equals(code));
    }

    /** Returns the state after an {@code unauthorized}. */
    static MerchantState unauthorized(@Nullable MerchantState before, PushEvent.Unauthorized event) {
        if (before == null) {
            return of(Standing.WITHDRAWN, event.createTime(), 1, null, null, List.of());
        }
        int order = event.createTime().compareTo(before.since);
        if (order < 0 || (order == 0 && before.standing != Standing.AUTHORIZED)) {
            return before;
        }
        return order == 0
                ? of(Standing.UNDECIDED, before.since, before.generation + 1, before.code, before.refreshToken,
                        before.permissionSets)
                : of(Standing.WITHDRAWN, event.createTime(), before.generation + 1, null, null, List.of());
    }

    /**
     * Returns the state after WeChat has told of the account, which proves that it is authorized. A code is still to be
     * redeemed: maybe the account has no refresh token before.
     *
     * @param before null for an account that was not known
     * @param told   by an answer to a question that was asked in this state
     */
    static MerchantState told(@Nullable MerchantState before, Grant told) {
        boolean sameRefreshToken = before == null || told.refreshToken() == null
                || told.refreshToken().equals(before.refreshToken);
        return before != null && before.standing == Standing.LOST && sameRefreshToken
                ? before : granted(before, before == null ? null : before.code, told);
    }

    /**
     * Returns the state after a code was redeemed, or was found to be used.
     *
     * @param before null for an account that was not known
     * @param told   by the answer
     */
    static MerchantState redeemed(@Nullable MerchantState before, String code, Grant told) {
        return granted(before, before == null || code.equals(before.code) ? null : before.code, told);
    }

    private static MerchantState granted(@Nullable MerchantState before, @Nullable String code, Grant told) {
        if (before == null) {
            return of(Standing.AUTHORIZED, Instant.EPOCH, 0, code, told.refreshToken(), told.permissionSets());
        }
        return of(
                Standing.AUTHORIZED, before.since,
                // nobody but a caller who asks for it asks about one that has withdrawn
                before.standing == Standing.WITHDRAWN ? before.generation + 1 : before.generation, code,
                told.refreshToken() == null ? before.refreshToken : told.refreshToken(),
                told.permissionSets().isEmpty() ? before.permissionSets : told.permissionSets());
    }

    /** Returns the state after a token was given for a refresh token. */
    MerchantState renewed(@Nullable String newRefreshToken) {
        return of(
                Standing.AUTHORIZED, since, generation, code, newRefreshToken == null ? refreshToken : newRefreshToken,
                permissionSets);
    }

    /**
     * Returns the state after WeChat has refused the account.
     *
     * @param errcode why
     */
    MerchantState lost(int errcode, Instant now) {
        return new MerchantState(Standing.LOST, since, generation, null, refreshToken, permissionSets, errcode, now);
    }

    /** Returns whether no event has come between two states. */
    static boolean isOfOneGeneration(@Nullable MerchantState seen, @Nullable MerchantState present) {
        return generation(seen) == generation(present);
    }

    private static int generation(@Nullable MerchantState state) {
        return state == null ? 0 : state.generation;
    }

    boolean isAuthorized() {
        return standing == Standing.AUTHORIZED;
    }

    /** Returns whether something is to be asked of WeChat, even if nobody uploads. */
    boolean isPending() {
        return code != null || standing == Standing.UNDECIDED;
    }

    /** Without code and refresh token. */
    @Override
    public String toString() {
        return "MerchantState[standing=" + standing + ", since=" + since + ", generation=" + generation + "]";
    }
}
