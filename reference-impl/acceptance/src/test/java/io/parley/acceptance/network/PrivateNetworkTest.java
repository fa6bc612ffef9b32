package io.parley.acceptance.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.embedded.AlreadyRunningException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the profile {@code partition}: it makes networks, as root. */
@Tag("partition")
class PrivateNetworkTest {

    /** Nothing listens there: who reaches the host is refused at once. */
    private static final int CLOSED_PORT = 9;

    private static final int CONNECT_MILLIS = 500;
    private static final int ARRIVAL_MILLIS = 10_000;

    @TempDir
    private Path directory;

    @Test
    void losesWhatIsSentInOneDirectionUntilItIsHealed() throws IOException, InterruptedException {
        try (PrivateNetwork network = PrivateNetwork.made(directory, 2)) {
            reach(network.place(0));

            network.cut(network.outside(), network.place(0));

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> connect(network.place(0)));
            assertArrivesFrom(network, 0);
            reach(network.place(1));
            network.heal();
            reach(network.place(0));
        }
    }

    private static void reach(Place host) {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connect(host))
                .withMessageContaining("refused");
    }

    private static void connect(Place host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.address(), CLOSED_PORT), CONNECT_MILLIS);
        }
    }

    /** A datagram needs no answer. */
    private static void assertArrivesFrom(PrivateNetwork network, int host) throws IOException, InterruptedException {
        String here = network.outside().address();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(here))) {
            socket.setSoTimeout(ARRIVAL_MILLIS);
            String send = "echo hello > /dev/udp/" + here + "/" + socket.getLocalPort();
            Ip.run("netns exec " + network.hosts().get(host).name(), "bash", "-c", send);
            DatagramPacket packet = new DatagramPacket(new byte[16], 16);
            socket.receive(packet);
            assertThat(packet.getAddress().getHostAddress())
                    .isEqualTo(network.place(host).address());
        }
    }

    @Test
    void removesWhatAKilledRunLeftAndWhatItMadeItself() throws IOException {
        Names left = Names.fresh(2);
        left.make();
        Files.writeString(directory.resolve("network"), left.line());
        assertThat(everything()).contains(left.id());

        String made;
        try (PrivateNetwork network = PrivateNetwork.made(directory, 1)) {
            made = network.hosts().get(0).name();
            assertThat(everything()).contains(made).doesNotContain(left.id());
        }

        assertThat(everything()).doesNotContain(made.split("-", -1)[1]);
    }

    private static String everything() {
        return Ip.print("netns list") + Ip.print("link");
    }

    @Test
    void leavesTheNetworkOfALivingRunAlone() {
        try (PrivateNetwork network = PrivateNetwork.made(directory, 1)) {
            assertThatExceptionOfType(AlreadyRunningException.class)
                    .isThrownBy(() -> PrivateNetwork.made(directory, 1));

            reach(network.place(0));
        }
    }
}
