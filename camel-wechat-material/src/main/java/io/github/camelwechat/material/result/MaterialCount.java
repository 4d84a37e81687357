package io.github.camelwechat.material.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Numbers of materials in the library, of {@code getMaterialCount}, with what was made in WeChat's console. WeChat has
 * no number for thumbs.
 *
 * @param voice how many voices
 * @param video how many videos
 * @param image how many pictures
 * @param news  how many articles
 */
public record MaterialCount(
        @JsonProperty("voice_count") int voice, @JsonProperty("video_count") int video,
        @JsonProperty("image_count") int image, @JsonProperty("news_count") int news) implements WechatMaterialResult {
}
