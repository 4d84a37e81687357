package io.github.camelwechat.quickstart;

import org.apache.camel.CamelContext;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Has the route's progress reported without a trace of that in the route. */
class Observation extends MainListenerSupport {

    private final Progress progress;

    Observation(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        context.getRegistry().bind("uploads", new UploadListener(progress));
        context.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof FileEndpoint file) {
                file.setPollStrategy(progress);
                file.setInitialDelay(0);
            }
            return endpoint;
        });
    }
}
