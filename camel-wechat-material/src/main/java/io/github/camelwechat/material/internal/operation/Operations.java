package io.github.camelwechat.material.internal.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelwechat.material.WechatMaterialOperations;

/** All operations. */
public final class Operations {

    private static final Map<WechatMaterialOperations, Operation> BY_CONSTANT = new EnumMap<>(WechatMaterialOperations.class);

    static {
        List.of(new AddMaterial(), new UploadImage(), new GetMaterial(), new DelMaterial(), new GetMaterialCount(),
                new BatchGetMaterial(), new AddDraft(), new UpdateDraft(), new GetDraft(), new DeleteDraft(),
                new GetDraftCount(), new BatchGetDraft(), new RewriteArticle(), new CheckAccount())
                .forEach(operation -> BY_CONSTANT.put(operation.constant(), operation));
    }

    private Operations() {
    }

    /** {@return the operation for which a constant stands} */
    public static Operation of(WechatMaterialOperations constant) {
        return Objects.requireNonNull(BY_CONSTANT.get(constant));
    }
}
