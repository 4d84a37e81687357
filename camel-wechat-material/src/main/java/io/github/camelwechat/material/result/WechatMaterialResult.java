package io.github.camelwechat.material.result;

/** Any of the results, and of their parts. Immutable. Further ones may come: a switch over them needs a default. */
public sealed interface WechatMaterialResult
        permits AddMaterialResult, UploadImageResult, VideoMaterial, NewsMaterial, MaterialCount, MaterialPage, MaterialItem,
        NewsArticle, AccountReport, AccountReport.Token, AccountReport.Interface, AccountReport.Quota, AccountReport.Library,
        PreAuthCode, AuthorizationInfo, AuthorizerInfo, AuthorizerPage, AuthorizerPage.Authorizer, AddDraftResult, Draft,
        DraftArticle, DraftArticle.ImageInfo,
        DraftArticle.Image, DraftArticle.CoverInfo, DraftArticle.CropPercent, DraftArticle.ProductInfo,
        DraftArticle.FooterProductInfo, DraftItem, DraftPage, DraftCount, RewrittenArticle, ArticlePicture {
}
