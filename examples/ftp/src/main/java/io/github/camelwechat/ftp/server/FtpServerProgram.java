package io.github.camelwechat.ftp.server;

/** The FTP server as a program, which runs until it is ended; the password of its user is in {@code FTP_PASSWORD}. */
public final class FtpServerProgram {

    private FtpServerProgram() {
    }

    public static void main(String[] words) throws Exception {
        ServerArguments arguments = ServerArguments.of(words);
        ServerProgram.untilTheEnd(new FtpFolder(arguments.folder(), arguments.port(), ServerProgram.password("FTP_PASSWORD")));
    }
}
