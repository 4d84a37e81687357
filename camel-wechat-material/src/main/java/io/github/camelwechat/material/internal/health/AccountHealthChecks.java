package io.github.camelwechat.material.internal.health;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.session.PlatformSession;
import io.github.camelwechat.material.internal.session.SessionListener;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * One health check for each name by which endpoints use an account, one for each platform and, unless those of accounts
 * count as readiness, one of the component; none where camel-health is absent. Thread-safe.
 */
public final class AccountHealthChecks implements SessionListener {

    private final HealthCheckComponent component;
    private final boolean accountsAreReadiness;
    private final Map<Key, AccountHealthCheck> used = new LinkedHashMap<>();
    private final List<PlatformHealthCheck> platforms = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final ProbeWait wait = new ProbeWait(System::nanoTime);
    private @Nullable HealthCheckRegistration registration;
    private @Nullable ComponentHealthCheck ofComponent;

    /** Accounts that URIs describe may have the same name. */
    private record Key(String name, AccountSession session) {
    }

    /**
     * Creates the checks of a component, none as yet.
     *
     * @param accountsAreReadiness whether the check of each account counts as readiness, and not that of the component
     */
    public AccountHealthChecks(HealthCheckComponent component, boolean accountsAreReadiness) {
        this.component = component;
        this.accountsAreReadiness = accountsAreReadiness;
    }

    @Override
    public synchronized void opened(String name, AccountSession session) {
        HealthCheckRegistration there = registered();
        if (there != null) {
            AccountHealthCheck check = new AccountHealthCheck(
                    newId(there.componentName() + "-" + name), new AccountProbe(name, session), accountsAreReadiness,
                    this::waits);
            check.setEnabled(component.isHealthCheckProducerEnabled());
            if (accountsAreReadiness) {
                there.addReadiness(check);
            } else {
                there.addOther(check);
            }
            used.put(new Key(name, session), check);
        }
    }

    @Override
    public synchronized void opened(PlatformSession session) {
        HealthCheckRegistration there = registered();
        if (there != null) {
            String appId = session.settings().identity().appId();
            PlatformHealthCheck check = new PlatformHealthCheck(
                    newId(there.componentName() + "-platform-" + appId), appId, session.platform()::status);
            check.setEnabled(component.isHealthCheckProducerEnabled());
            there.addOther(check);
            platforms.add(check);
        }
    }

    /** Returns where the checks are registered, that of the component with the first account or platform. */
    private @Nullable HealthCheckRegistration registered() {
        if (registration == null) {
            registration = HealthCheckRegistration.of(component);
            if (registration != null && !accountsAreReadiness) {
                ofComponent = new ComponentHealthCheck(registration.componentName(), this::probes, wait::left);
                ofComponent.setEnabled(component.isHealthCheckProducerEnabled());
                registration.addReadiness(ofComponent);
            }
        }
        return registration;
    }

    private String newId(String name) {
        String plain = "producer:" + name;
        String id = plain;
        for (int number = 2; !ids.add(id); number++) {
            id = plain + "-" + number;
        }
        return id;
    }

    @Override
    public synchronized void closed(String name, AccountSession session) {
        AccountHealthCheck left = used.remove(new Key(name, session));
        if (left != null && registration != null) {
            ids.remove(left.getId());
            registration.remove(left);
        }
    }

    /** Removes the checks of a component that stops, although endpoints still use its accounts. */
    public synchronized void removeAll() {
        if (registration != null) {
            // no lambda: without camel-health the class of its parameter is missing
            for (AccountHealthCheck left : used.values()) {
                registration.remove(left);
            }
            for (PlatformHealthCheck left : platforms) {
                registration.remove(left);
            }
            if (ofComponent != null) {
                registration.remove(ofComponent);
            }
            registration.close();
        }
        used.clear();
        platforms.clear();
        ids.clear();
        registration = null;
        ofComponent = null;
    }

    /** Starts or joins the wait of a probe, and returns the nanoseconds that are left of it. */
    private long waits() {
        join();
        return wait.left();
    }

    /**
     * Starts or joins the wait of a probe. The first check of a probe calls for the tokens of all accounts, so that
     * they are waited for at the same time.
     */
    private void join() {
        synchronized (wait) {
            if (wait.begin()) {
                for (AccountHealthCheck check : checks()) {
                    if (isCalled(check)) {
                        check.probe().begin();
                    } else {
                        check.probe().forget();
                    }
                }
            }
        }
    }

    /** Starts or joins the wait of a probe, and returns the accounts that the check of the component is about. */
    private List<AccountProbe> probes() {
        join();
        return checks().stream().filter(this::isCalled).map(AccountHealthCheck::probe).toList();
    }

    private synchronized List<AccountHealthCheck> checks() {
        return List.copyOf(used.values());
    }

    private synchronized boolean isCalled(AccountHealthCheck check) {
        return check.isEnabled() && registration != null && !registration.isExcluded(check);
    }
}
