package io.github.camelwechat.material;

/** What the endpoint can do, named as WeChat names its interfaces. */
public enum WechatMaterialOperations {

    /** Uploads the body as permanent material. */
    addMaterial
}
