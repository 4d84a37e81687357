package io.github.camelwechat.springboot;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The manifest has fields that Kubernetes knows, and fits to {@code application.yaml} and {@code Dockerfile}. */
class ManifestTest {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("ConfigMap", ConfigMap.class,
            "PersistentVolumeClaim", PersistentVolumeClaim.class, "Deployment", Deployment.class, "Service", Service.class);

    /** The model keeps unknown fields aside: without that they are an error. */
    private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            }).build();

    private final List<Map<String, Object>> documents = yaml(Path.of("k8s.yaml"));
    private final Map<String, Object> application = yaml(Path.of("src/main/resources/application.yaml")).get(0);

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> yaml(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return StreamSupport.stream(new Yaml(new SafeConstructor(options)).loadAll(reader).spliterator(), false)
                    .map(document -> (Map<String, Object>) document).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T only(Class<T> kind) {
        return documents.stream().filter(document -> kind.getSimpleName().equals(document.get("kind")))
                .map(document -> STRICT.convertValue(document, kind)).findFirst().orElseThrow();
    }

    private PodSpec pod() {
        return only(Deployment.class).getSpec().getTemplate().getSpec();
    }

    private Container container() {
        assertThat(pod().getContainers()).hasSize(1);
        return pod().getContainers().get(0);
    }

    @SuppressWarnings("unchecked")
    private Object setting(String... path) {
        Object value = application;
        for (String name : path) {
            value = ((Map<String, Object>) value).get(name);
        }
        return value;
    }

    @Test
    void eachFieldIsOneOfKubernetes() {
        assertThat(documents).hasSize(4).allSatisfy(document -> {
            HasMetadata object = STRICT.convertValue(document, KINDS.get(document.get("kind")));
            assertThat(document).containsEntry("apiVersion", object.getApiVersion());
        });
    }

    @Test
    void unknownFieldIsFound() {
        Map<String, Object> misspelt = Map.of("apiVersion", "v1", "kind", "Service", "spec", Map.of("selectors", Map.of()));

        assertThatThrownBy(() -> STRICT.convertValue(misspelt, Service.class))
                .hasCauseInstanceOf(UnrecognizedPropertyException.class).hasMessageContaining("selectors");
    }

    @Test
    void serviceFindsThePodsAndShowsNoManagement() {
        Map<String, String> labels = only(Deployment.class).getSpec().getTemplate().getMetadata().getLabels();

        assertThat(labels).containsAllEntriesOf(only(Service.class).getSpec().getSelector())
                .containsAllEntriesOf(only(Deployment.class).getSpec().getSelector().getMatchLabels());
        assertThat(only(Service.class).getSpec().getPorts()).hasSize(1)
                .allSatisfy(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("http"));
        assertThat(container().getPorts()).extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactly(tuple("http", 8080),
                        tuple("management", setting("management", "server", "port")));
    }

    @Test
    void probesAskActuatorAndWaitLongerThanTheChecks() {
        assertThat(container().getLivenessProbe()).satisfies(probe -> asks(probe, "liveness"));
        assertThat(container().getStartupProbe()).satisfies(probe -> asks(probe, "liveness"));
        assertThat(container().getReadinessProbe()).satisfies(probe -> asks(probe, "readiness"));
        assertThat(container().getReadinessProbe().getTimeoutSeconds()).isGreaterThan(2);
    }

    private static void asks(Probe probe, String group) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo("/actuator/health/" + group);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
    }

    @Test
    void secretComesByEnvironmentAndByFile() {
        EnvVar variable = container().getEnv().stream()
                .filter(one -> ("${" + one.getName() + "}").equals(setting("camel", "component", "wechat-material", "app-id")))
                .findFirst().orElseThrow();
        assertThat(variable.getValue()).isNull();
        assertThat(variable.getValueFrom().getSecretKeyRef().getName()).isEqualTo("wechat-account");

        SecretVolumeSource secret = pod().getVolumes().get(0).getSecret();
        assertThat(secret.getSecretName()).isEqualTo("wechat-account");
        assertThat("${" + secret.getItems().get(0).getPath() + "}")
                .isEqualTo(setting("camel", "component", "wechat-material", "secret"));
        VolumeMount mount = container().getVolumeMounts().get(0);
        assertThat(mount.getName()).isEqualTo(pod().getVolumes().get(0).getName());
        assertThat(mount.getReadOnly()).isTrue();
        assertThat(setting("spring", "config", "import")).asString().contains(":" + mount.getMountPath() + "}");
    }

    @Test
    void podHasMoreTimeThanAStopTakes() {
        long preStop = container().getLifecycle().getPreStop().getSleep().getSeconds();
        String requests = (String) setting("spring", "lifecycle", "timeout-per-shutdown-phase");
        int camel = (Integer) setting("camel", "main", "shutdown-timeout");
        String upload = (String) setting("camel", "component", "wechat-material", "request-timeout");

        assertThat(preStop).isPositive();
        assertThat(pod().getTerminationGracePeriodSeconds()).isGreaterThan(preStop + seconds(requests) + camel);
        assertThat(seconds(requests)).isGreaterThan(seconds(upload));
        assertThat(camel).isGreaterThan(seconds(upload));
        assertThat(setting("server", "shutdown")).isEqualTo("graceful");
    }

    private static int seconds(String time) {
        assertThat(time).endsWith("s");
        return Integer.parseInt(time.substring(0, time.length() - 1));
    }

    @Test
    void oneProcessReadsTheFolder() {
        assertThat(only(Deployment.class).getSpec().getReplicas()).isEqualTo(1);
        assertThat(only(Deployment.class).getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(only(PersistentVolumeClaim.class).getSpec().getAccessModes()).containsExactly("ReadWriteOncePod");
        assertThat(only(ConfigMap.class).getData().get("UPLOAD_FOLDER")).startsWith("/data/");
        assertThat(container().getVolumeMounts()).extracting(VolumeMount::getMountPath).contains("/data", "/tmp");
    }

    @Test
    void processIsNotRootAndWritesIntoVolumesOnly() {
        assertThat(pod().getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod().getSecurityContext().getRunAsUser() + ":" + pod().getSecurityContext().getRunAsGroup())
                .isEqualTo(new Dockerfile(Path.of("Dockerfile")).argument("USER"));
        assertThat(container().getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    }
}
