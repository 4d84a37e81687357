package io.github.camelwechat.ftp.server;

/** The SFTP server as a program, which runs until it is ended; the password of its user is in {@code SFTP_PASSWORD}. */
public final class SftpServerProgram {

    private SftpServerProgram() {
    }

    public static void main(String[] words) throws Exception {
        ServerArguments arguments = ServerArguments.of(words);
        ServerProgram
                .untilTheEnd(new SftpFolder(arguments.folder(), arguments.port(), ServerProgram.password("SFTP_PASSWORD")));
    }
}
