package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.util.Optional;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Material;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the pictures at the addresses that uploads are answered with. */
public final class PictureHandler extends Handler.Abstract {

    private final Libraries libraries;

    public PictureHandler(Libraries libraries) {
        this.libraries = libraries;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getDecodedPath();
        if (!path.startsWith("/mmbiz_")) {
            return false;
        }
        Optional<Material> picture = libraries.findPicture(path);
        Wire wire = new Wire(request, response, callback, null);
        wire.answer(picture.map(found -> Answer.bytes(found.format().contentType(), found.bytes()))
                .orElseGet(() -> Answer.html(404)));
        return true;
    }
}
