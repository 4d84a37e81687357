package io.github.camelwechat.quickstart;

import java.io.PrintStream;
import java.util.List;

/** Uploads in columns; the address of a picture has a line of its own below its id. */
class Table {

    private final List<Upload> uploads;
    private final int width;

    Table(List<Upload> uploads) {
        this.uploads = uploads;
        this.width = uploads.stream().map(Upload::file).mapToInt(TextWidth::of).max().orElse(0);
    }

    void print(PrintStream out) {
        out.println();
        row(out, "FILE", "TYPE", "WENT TO", "MEDIA ID AND URL, OR WHY NOT");
        for (Upload upload : uploads) {
            String result = upload.stored() ? String.valueOf(upload.mediaId()) : upload.verdict() + ": " + upload.reason();
            row(out, upload.file(), upload.type(), upload.wentTo(), result);
            if (upload.url() != null) {
                row(out, "", "", "", upload.url());
            }
        }
        out.println();
        out.printf("%d stored, %d refused%n", count(Verdict.STORED), count(Verdict.REFUSED));
        advise(out, Verdict.UNKNOWN, "perhaps stored: look into the library before sending it again");
        advise(out, Verdict.FAILED,
                "failed for reasons that do not lie in the files: they stayed in the folder, for the next run");
    }

    private void advise(PrintStream out, Verdict verdict, String advice) {
        if (count(verdict) > 0) {
            out.println(count(verdict) + " " + advice);
        }
    }

    private long count(Verdict verdict) {
        return uploads.stream().filter(upload -> upload.verdict() == verdict).count();
    }

    private void row(PrintStream out, String file, String type, String wentTo, String result) {
        out.printf("%s  %-5s  %-9s  %s%n", TextWidth.pad(file, Math.max(width, 4)), type, wentTo, result);
    }
}
