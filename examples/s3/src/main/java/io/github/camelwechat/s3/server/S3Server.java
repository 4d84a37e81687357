package io.github.camelwechat.s3.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** An S3 server on 127.0.0.1, for the owner of one access key. */
public final class S3Server implements AutoCloseable {

    private final S3Proxy proxy;

    private S3Server(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * {@return a server on a free port, whose objects go with it}
     *
     * @param owner   who may use it
     * @param buckets that are there
     */
    public static S3Server inMemory(Owner owner, List<String> buckets) throws Exception {
        return start(new TransientNio2BlobStore(), 0, owner, buckets);
    }

    /**
     * {@return a server whose objects are files, so that another one goes on with them}
     *
     * @param folder  with a folder for each bucket; the file system has to have extended attributes, where metadata
     *                goes
     * @param port    0 for a free one
     * @param owner   who may use it
     * @param buckets that are there
     */
    public static S3Server inFolder(Path folder, int port, Owner owner, List<String> buckets) throws Exception {
        return start(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()), port, owner, buckets);
    }

    private static S3Server start(BlobStore store, int port, Owner owner, List<String> buckets) throws Exception {
        for (String bucket : buckets) {
            if (!store.containerExists(bucket)) {
                store.createContainer(bucket);
            }
        }
        S3Proxy proxy = S3Proxy.builder().blobStore(store).endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, owner.accessKey(), owner.secretKey()).build();
        proxy.start();
        return new S3Server(proxy);
    }

    /** {@return its address} */
    public URI url() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server does not stop", e);
        }
    }
}
