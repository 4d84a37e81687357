package io.github.camelwechat.material;

import java.util.concurrent.Executor;

import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.operation.AddMaterial;
import io.github.camelwechat.material.internal.operation.BatchGetMaterial;
import io.github.camelwechat.material.internal.operation.DelMaterial;
import io.github.camelwechat.material.internal.operation.GetMaterial;
import io.github.camelwechat.material.internal.operation.GetMaterialCount;
import io.github.camelwechat.material.internal.operation.UploadImage;

/** The operations, for one account. */
record AccountOperations(AddMaterial addMaterial, UploadImage uploadImage, GetMaterial getMaterial, DelMaterial delMaterial,
        GetMaterialCount getMaterialCount, BatchGetMaterial batchGetMaterial) {

    static AccountOperations of(MaterialClient client, SpoolFolder folder, Executor releaser) {
        MediaPreparer preparer = new MediaPreparer(folder, releaser);
        return new AccountOperations(
                new AddMaterial(preparer, client), new UploadImage(preparer, client), new GetMaterial(folder, client),
                new DelMaterial(client), new GetMaterialCount(client), new BatchGetMaterial(client));
    }
}
