package io.github.camelwechat.material.matrix;

import java.util.ArrayList;
import java.util.List;

/** All generated files: the same bytes in each run. */
public final class MediaCases {

    private MediaCases() {
    }

    /** {@return them, in the order of the matrix} */
    public static List<MediaCase> all() {
        List<MediaCase> all = new ArrayList<>();
        all.addAll(PictureCases.all());
        all.addAll(WaveCases.all());
        all.addAll(MpegCases.all());
        all.addAll(AsfCases.all());
        all.addAll(IsoCases.all());
        all.addAll(OtherCases.all());
        CaseList pictures = new CaseList("image");
        for (String name : List.of("png", "jpg", "gif", "bmp", "webp")) {
            Damages.addTo(pictures, name, CaseList.sample("picture." + name));
        }
        CaseList voices = new CaseList("voice");
        Damages.addTo(voices, "mp3", CaseList.sample("cbr.mp3"));
        for (String name : List.of("wav", "amr", "wma", "m4a", "flac")) {
            Damages.addTo(voices, name, CaseList.sample("tone." + name));
        }
        CaseList videos = new CaseList("video");
        for (String name : List.of("mp4", "mov")) {
            Damages.addTo(videos, name, CaseList.sample("clip." + name));
        }
        all.addAll(pictures.cases());
        all.addAll(voices.cases());
        all.addAll(videos.cases());
        return all;
    }
}
