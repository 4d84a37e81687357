package io.github.camelwechat.material;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * The options that component and endpoint have in common: the plain account, and what a message may override.
 */
@UriParams
public class WechatMaterialConfiguration extends WechatMaterialAccount implements Cloneable {

    @UriParam(label = "producer", defaultValue = "addMaterial")
    private WechatMaterialOperations operation = WechatMaterialOperations.addMaterial;
    @UriParam(label = "producer", defaultValue = "auto", enums = "auto,image,voice,video,thumb,news")
    private String type = "auto";
    @UriParam(label = "producer")
    private @Nullable String title;
    @UriParam(label = "producer")
    private @Nullable String introduction;
    @UriParam(label = "producer")
    private @Nullable String fileName;

    public WechatMaterialOperations getOperation() {
        return operation;
    }

    /**
     * The operation to perform. A header may choose another one.
     */
    public void setOperation(WechatMaterialOperations operation) {
        this.operation = operation;
    }

    public String getType() {
        return type;
    }

    /**
     * The type of the material. With auto the content decides between image, voice and video; a thumb has to be asked
     * for. For batchGetMaterial, which has no auto, the type that is listed: image, voice, video or news.
     */
    public void setType(String type) {
        this.type = type;
    }

    public @Nullable String getTitle() {
        return title;
    }

    /**
     * The title of a video. Without one it is the name of the file without its extension.
     */
    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getIntroduction() {
        return introduction;
    }

    /**
     * The introduction of a video.
     */
    public void setIntroduction(@Nullable String introduction) {
        this.introduction = introduction;
    }

    public @Nullable String getFileName() {
        return fileName;
    }

    /**
     * The name of the file in the library. Without one it is CamelFileName, the key of an S3 object, the name of the
     * file itself, or one made from the format. A path in it is dropped and the extension put right.
     */
    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName;
    }

    /** {@return a copy that does not follow later changes of this one} */
    public WechatMaterialConfiguration copy() {
        try {
            return (WechatMaterialConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
