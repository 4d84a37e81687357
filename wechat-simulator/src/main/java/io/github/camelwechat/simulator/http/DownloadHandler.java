package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.util.Optional;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Body;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Material;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves pictures and videos at the addresses that are answered, which need no token. */
public final class DownloadHandler extends Handler.Abstract {

    private final Libraries libraries;

    public DownloadHandler(Libraries libraries) {
        this.libraries = libraries;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getDecodedPath();
        if (!path.startsWith("/mmbiz") && !path.startsWith("/vweixinp.tc.qq.com/")) {
            return false;
        }
        Optional<Material> file = libraries.findDownload(path, Request.extractQueryParameters(request)::getValue);
        Wire wire = new Wire(request, response, callback);
        wire.answer(file.map(found -> Answer.bytes(found.format().contentType(), new Body.Stored(found.size(), found::open)))
                .orElseGet(() -> Answer.html(404)));
        return true;
    }
}
