package io.github.camelwechat.material;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.camelwechat.material.internal.article.ArticlePictures;
import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.FoundPicture.Use;
import io.github.camelwechat.material.internal.article.PictureChange;
import io.github.camelwechat.material.internal.article.PictureChange.Remove;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;
import io.github.camelwechat.material.internal.article.PictureFinder;

/**
 * Finder of {@code <img src="…" lazy="…">} and {@code <card src="…">} alone, written so, as the component's tests need
 * no parser.
 */
public final class ImgFinder implements PictureFinder {

    private static final Pattern TAG = Pattern.compile("<(img|card) src=\"([^\"]*)\"(?: lazy=\"([^\"]*)\")?>");

    @Override
    public ArticlePictures find(String html, int maxTags) {
        return new Found(html, TAG.matcher(html).results().toList());
    }

    private record Found(String html, List<MatchResult> tags) implements ArticlePictures {

        @Override
        public List<FoundPicture> pictures() {
            return tags.stream().map(tag -> new FoundPicture(
                    tag.group(1), (int) html.substring(0, tag.start()).lines().count() + 1, tag.group(2),
                    tag.group(3) == null ? List.of() : List.of(tag.group(3)),
                    tag.group(1).equals("img") ? Use.TEXT : Use.MINI_PROGRAM)).toList();
        }

        @Override
        public List<String> warnings() {
            return html.contains("<video") ? List.of("video: WeChat drops it") : List.of();
        }

        @Override
        public String withChanges(List<PictureChange> changes) {
            StringBuilder text = new StringBuilder();
            List<PictureChange> left = new ArrayList<>(changes);
            int copied = 0;
            for (MatchResult tag : tags) {
                PictureChange change = left.remove(0);
                text.append(html, copied, tag.start());
                if (change instanceof Replace replace) {
                    text.append("<").append(tag.group(1)).append(" src=\"").append(replace.url()).append("\" ")
                            .append(replace.type()).append(replace.width()).append('x').append(replace.height()).append('>');
                } else if (!(change instanceof Remove)) {
                    text.append(tag.group());
                }
                copied = tag.end();
            }
            return text.append(html.substring(copied)).toString();
        }

        @Override
        public List<String> largestParts(int most) {
            return List.of("text, line 1: " + html.length() + " characters");
        }
    }
}
