package io.github.camelwechat.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.result.AccountReport;
import org.jspecify.annotations.Nullable;

/** Report on an account, as lines for people. */
class ReportText {

    /** The interfaces without which the quickstart uploads nothing. */
    private static final Set<String> NEEDED = Set.of("addMaterial", "getMaterialCount");
    private static final String NO_RIGHT = "48001";

    private final AccountReport report;

    ReportText(AccountReport report) {
        this.report = report;
    }

    void print(PrintStream out) {
        AccountReport.Token token = report.token();
        out.println();
        out.println("Token: " + (token.accepted() ? "accepted" : "refused, " + token.errcode() + " " + token.errmsg()));
        advise(out, token.advice());
        out.println();
        row(out, "INTERFACE", "RIGHT", "CALLS LEFT TODAY");
        Map<String, List<String>> advised = new LinkedHashMap<>();
        for (AccountReport.Interface one : report.interfaces()) {
            row(out, one.name(), one.right(), left(one.quota()));
            if (one.advice() != null) {
                advised.computeIfAbsent(one.advice(), advice -> new ArrayList<>()).add(one.name());
            }
        }
        advised.forEach((advice, names) -> advise(out, String.join(", ", names) + ": " + advice));
        if (!report.library().isEmpty()) {
            out.println();
            row(out, "TYPE", "STORED", "ROOM FOR");
        }
        for (AccountReport.Library type : report.library()) {
            row(out, type.type(), number(type.count()), number(type.room()));
            advise(out, type.advice());
        }
        out.println();
        out.println(findsAnObstacle() ? "Uploads cannot work now: see above." : "Uploads can work, as far as is known.");
    }

    /** {@return whether an upload of any type would be refused} */
    boolean findsAnObstacle() {
        return !report.token().accepted()
                || report.interfaces().stream().anyMatch(one -> NEEDED.contains(one.name()) && one.right().equals(NO_RIGHT))
                || report.interfaces().stream().anyMatch(one -> one.name().equals("addMaterial") && isUsedUp(one.quota()))
                || (!report.library().isEmpty() && report.library().stream().allMatch(type -> type.room() == 0));
    }

    private static boolean isUsedUp(AccountReport.@Nullable Quota quota) {
        return quota != null && quota.remaining() == 0;
    }

    private static String left(AccountReport.@Nullable Quota quota) {
        return quota == null ? "unknown" : number(quota.remaining()) + " of " + number(quota.dailyLimit());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void advise(PrintStream out, @Nullable String advice) {
        if (advice != null) {
            out.println("  " + advice);
        }
    }

    private static void row(PrintStream out, String first, String second, String third) {
        out.printf("%-16s  %-7s  %s%n", first, second, third);
    }
}
