package io.github.camelwechat.material.internal.operation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.material.result.MaterialCount;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Reports the token, the rights, the quotas and the room of an account, and changes nothing. Calls one interface after
 * the other: a token only if none is cached, {@code get_materialcount}, {@code batchget_material} for one picture, and
 * {@code openapi/quota/get} for each reported interface. A refusal of the token or of the address ends the report.
 * <p>
 * Any other refusal, a foreign answer and a lost one are parts of the report. A {@code NotSentException} fails the
 * exchange: without a connection, or at the end of the deadline, a report would blame the account.
 */
final class CheckAccount implements Operation {

    private static final List<WechatInterface> REPORTED = List.of(
            WechatInterface.ADD_MATERIAL, WechatInterface.UPLOAD_IMAGE, WechatInterface.GET_MATERIAL,
            WechatInterface.DEL_MATERIAL, WechatInterface.GET_MATERIAL_COUNT, WechatInterface.BATCH_GET_MATERIAL);

    private static final String ALLOWED = "allowed";
    private static final String UNKNOWN = "unknown";

    /** Refusals of the token, of the address or of a container, which all interfaces share. */
    private static final Set<Integer> ACCESS_REFUSED
            = Set.of(40001, 40014, 40164, 41001, 42001, 42007, 45035, 61004, 85112, 85113);
    private static final int UNAUTHORIZED = 48001;
    /** Of quota/get: the account has no right to the interface in question. */
    private static final int PATH_UNAUTHORIZED = 76022;

    private static final int MAX_IMAGES_AND_NEWS = 100_000;
    private static final int MAX_OF_OTHER_TYPES = 1_000;

    /** Result of a call, or its failure. */
    private record Part<T>(@Nullable T result, @Nullable WechatMaterialException failure) {

        @Nullable
        WechatApiException refusal() {
            return failure instanceof WechatApiException refusal ? refusal : null;
        }

        boolean isRefusedWith(int errcode) {
            WechatApiException refusal = refusal();
            return refusal != null && refusal.getErrcode() == errcode;
        }
    }

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.checkAccount;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        return run.begin(() -> check(run.client()).map(Outcome.Result::new));
    }

    private static Call<AccountReport> check(MaterialClient client) {
        return attempt(client.getMaterialCount()).then(count -> {
            WechatApiException refusal = count.refusal();
            return refusal != null && isAccessRefused(refusal) ? Call.of(refused(refusal)) : check(client, count);
        });
    }

    private static Call<AccountReport> check(MaterialClient client, Part<MaterialCount> count) {
        return attempt(client.batchGetMaterial("image", 0, 1))
                .then(page -> quotas(client, List.of()).map(quotas -> report(count, page, quotas)));
    }

    /** Returns whether the refusal is of a token call, or tells of the token or the address. */
    private static boolean isAccessRefused(WechatApiException refusal) {
        return !refusal.getOperation().equals(WechatInterface.GET_MATERIAL_COUNT.wechatName())
                || ACCESS_REFUSED.contains(refusal.getErrcode());
    }

    private static Call<List<Part<AccountReport.Quota>>> quotas(MaterialClient client, List<Part<AccountReport.Quota>> known) {
        if (known.size() == REPORTED.size()) {
            return Call.of(known);
        }
        return attempt(client.getApiQuota(REPORTED.get(known.size())))
                .then(next -> quotas(client, Stream.concat(known.stream(), Stream.of(next)).toList()));
    }

    private static <T> Call<Part<T>> attempt(Call<T> call) {
        return call.map(result -> new Part<>(result, null)).recover(WechatMaterialException.class,
                failure -> failure instanceof NotSentException
                        ? Call.failed(failure) : Call.of(new Part<>(null, failure)));
    }

    private static AccountReport refused(WechatApiException refusal) {
        return new AccountReport(
                new AccountReport.Token(
                        false, refusal.getErrcode(), refusal.getErrmsg(), refusal.getCallerAddress(), refusal.getAdvice()),
                REPORTED.stream().map(one -> new AccountReport.Interface(one.wechatName(), UNKNOWN, null, null)).toList(),
                List.of());
    }

    private static AccountReport report(
            Part<MaterialCount> count, Part<?> page, List<Part<AccountReport.Quota>> quotas) {
        return new AccountReport(
                new AccountReport.Token(true, 0, null, null, null),
                IntStream.range(0, REPORTED.size()).mapToObj(i -> {
                    WechatInterface one = REPORTED.get(i);
                    return reported(one, switch (one) {
                        case GET_MATERIAL_COUNT -> count;
                        case BATCH_GET_MATERIAL -> page;
                        default -> null;
                    }, quotas.get(i));
                }).toList(),
                count.result() == null ? List.of() : library(count.result()));
    }

    /** @param called null where the interface was not called */
    private static AccountReport.Interface reported(
            WechatInterface one, @Nullable Part<?> called, Part<AccountReport.Quota> quota) {
        String right = right(called, quota);
        String advice = Stream.of(adviceOnRight(called, right), adviceOnQuota(quota)).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new AccountReport.Interface(one.wechatName(), right, quota.result(), advice.isEmpty() ? null : advice);
    }

    private static String right(@Nullable Part<?> called, Part<AccountReport.Quota> quota) {
        if (called != null && called.result() != null) {
            return ALLOWED;
        }
        return (called == null ? quota.isRefusedWith(PATH_UNAUTHORIZED) : called.isRefusedWith(UNAUTHORIZED))
                ? String.valueOf(UNAUTHORIZED) : UNKNOWN;
    }

    private static @Nullable String adviceOnRight(@Nullable Part<?> called, String right) {
        if (called == null) {
            return right.equals(UNKNOWN) ? "The check does not call it; the first call of a route tells." : null;
        }
        return message(called);
    }

    private static @Nullable String adviceOnQuota(Part<AccountReport.Quota> quota) {
        if (quota.result() == null) {
            return "The quota is not known: " + message(quota);
        }
        return quota.result().remaining() > 0
                ? null : "The daily quota is used up: wait until midnight in Beijing, or clear the quota.";
    }

    private static @Nullable String message(Part<?> part) {
        return part.failure() == null ? null : part.failure().getMessage();
    }

    private static List<AccountReport.Library> library(MaterialCount count) {
        int room = MAX_IMAGES_AND_NEWS - count.image() - count.news();
        return List.of(
                library("voice", count.voice(), MAX_OF_OTHER_TYPES - count.voice()),
                library("video", count.video(), MAX_OF_OTHER_TYPES - count.video()),
                library("image", count.image(), room), library("news", count.news(), room));
    }

    private static AccountReport.Library library(String type, int count, int room) {
        return new AccountReport.Library(
                type, count, Math.max(room, 0), room > 0 ? null : "Delete material that is no longer needed.");
    }
}
