package io.github.camelwechat.material.result;

/** Any of the results. Immutable. */
public sealed interface WechatMaterialResult
        permits AddMaterialResult, UploadImageResult, VideoMaterial, NewsMaterial, MaterialCount, MaterialPage {
}
