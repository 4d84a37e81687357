package io.github.camelwechat.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which addresses are connected to. */
class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "223.255.255.255",
            "2606:4700::1111", "2001:4860:4860::8888", "3000::1" })
    void thoseOfTheOpenInternetAre(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
            "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "100::1", "2001::1",
            "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1" })
    void allOthersAreNot(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void anIpv4AddressIsNoneByBeingWrittenInIpv6() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 8;
        assertThat(PublicAddresses.contain(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
    }

    @Test
    void onlyWhatWasLookedUpOnceAndIsPublicIsConnectedTo() throws Exception {
        AtomicInteger lookUps = new AtomicInteger();
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                // another one for whoever asks again
                return lookUps.getAndIncrement() == 0
                        ? new InetAddress[] { v4(10), v4(8) }
                        : new InetAddress[] { v4(127) };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        GuardedResolver guarded = new GuardedResolver(names, AllowedHosts.of("cdn.example, intern.example:8080"));
        assertThat(guarded.resolve("cdn.example", 80)).extracting(address -> address.getAddress().getHostAddress())
                .isEqualTo(List.of("8.8.8.8"));
        assertThat(lookUps).hasValue(1);
        assertThatThrownBy(() -> guarded.resolve("cdn.example", 80)).isInstanceOf(NotPublicException.class);
        assertThat(guarded.resolve("intern.example", 8080)).hasSize(1);
        assertThatThrownBy(() -> guarded.resolve("intern.example", 80)).isInstanceOf(NotPublicException.class);
        assertThatThrownBy(() -> guarded.resolve("cdn.example")).isInstanceOf(UnknownHostException.class);
        assertThat(guarded.resolveCanonicalHostname("cdn.example")).isEqualTo("cdn.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "*.example.com", "http://example.com", "example.com/a", "u@example.com", "a b", "example.com:0",
            ".", "[::1" })
    void aListThatMeansSomethingElseIsRefused(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> AllowedHosts.of(list));
    }

    @Test
    void hostsAreComparedInOneForm() {
        AllowedHosts hosts = AllowedHosts.of("CDN.Example.com., bücher.example, [2001:DB8::1]:81");
        assertThat(hosts.allow(PictureAddress.parse("https://cdn.example.COM/a"))).isTrue();
        assertThat(hosts.allow(PictureAddress.parse("https://cdn.example.com:80/a"))).isFalse();
        assertThat(hosts.allow(PictureAddress.parse("http://xn--bcher-kva.example"))).isTrue();
        assertThat(hosts.allow(PictureAddress.parse("http://BÜCHER.example/ä"))).isTrue();
        assertThat(hosts.allow(PictureAddress.parse("http://[2001:db8::1]:81/"))).isTrue();
        assertThat(AllowedHosts.of("").allow(PictureAddress.parse("http://cdn.example.com/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "inline", "", ";;", "attachment; filename*=b", "attachment; filename*=UTF-8''%zz",
            "attachment; filename=\"\"" })
    void aNameThatIsNoneIsThatOfTheAddress(String contentDisposition) {
        PictureAddress address = PictureAddress.parse("http://cdn.example/pictures/a.png?b=c.png");
        assertThat(PictureName.of(contentDisposition, address)).isEqualTo("a.png");
    }

    private static InetAddress v4(int each) throws UnknownHostException {
        byte one = (byte) each;
        return InetAddress.getByAddress(new byte[] { one, one, one, one });
    }
}
