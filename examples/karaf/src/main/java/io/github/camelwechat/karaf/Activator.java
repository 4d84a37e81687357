package io.github.camelwechat.karaf;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;

/** Start and stop of the bundle: between the two, ConfigAdmin configures the uploads. */
public final class Activator implements BundleActivator {

    /** The name of the configuration: that of the file in Karaf's {@code etc}, without {@code .cfg}. */
    static final String PID = "wechat.upload";

    private @Nullable Uploads uploads;
    private @Nullable ServiceRegistration<ManagedService> registration;

    @Override
    public void start(BundleContext bundle) {
        Uploads started = new Uploads(Activator.class.getClassLoader());
        uploads = started;
        registration = bundle.registerService(ManagedService.class, started::configure,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_PID, PID)));
    }

    @Override
    public void stop(BundleContext bundle) {
        if (registration != null) {
            registration.unregister();
        }
        if (uploads != null) {
            uploads.close();
        }
    }
}
