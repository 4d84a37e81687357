package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.apache.camel.Converter;

/**
 * Makes text, bytes and maps of results, with WeChat's own field names, so that they can go into a file, a queue or an
 * HTTP answer as they are.
 */
@Converter(generateLoader = true)
public final class WechatMaterialConverter {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };
    private static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL).build();

    private WechatMaterialConverter() {
    }

    /** For example {@code {"media_id":"…","url":"…"}}; what is null is left out. */
    @Converter
    public static String toString(WechatMaterialResult result) throws JsonProcessingException {
        return MAPPER.writeValueAsString(result);
    }

    /** The JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(WechatMaterialResult result) throws JsonProcessingException {
        return toString(result).getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(WechatMaterialResult result) throws JsonProcessingException {
        return new ByteArrayInputStream(toBytes(result));
    }

    /** The fields of the JSON. */
    @Converter
    public static Map<String, Object> toMap(WechatMaterialResult result) {
        return MAPPER.convertValue(result, MAP);
    }
}
