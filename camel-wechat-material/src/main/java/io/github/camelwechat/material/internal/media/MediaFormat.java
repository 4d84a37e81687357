package io.github.camelwechat.material.internal.media;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Format that is recognised: one that WeChat takes, or one that people try and that deserves an error with the right
 * name in it.
 */
public enum MediaFormat {

    PNG("PNG", "image/png", "png"),
    JPEG("JPEG", "image/jpeg", "jpg", "jpeg"),
    GIF("GIF", "image/gif", "gif"),
    BMP("BMP", "image/bmp", "bmp"),
    MP3("MP3", "audio/mpeg", "mp3"),
    WMA("WMA", "audio/x-ms-wma", "wma"),
    WAV("WAV", "audio/wav", "wav"),
    AMR("AMR", "audio/amr", "amr"),
    MP4("MP4", "video/mp4", "mp4"),

    MP4_AUDIO("MP4 with sound only", "audio/mp4", "m4a", "mp4"),

    WEBP("WebP", "image/webp", "webp"),
    HEIC("HEIC", "image/heic", "heic", "heif"),
    AVIF("AVIF", "image/avif", "avif"),
    TIFF("TIFF", "image/tiff", "tif", "tiff"),
    JPEG_XL("JPEG XL", "image/jxl", "jxl"),
    JPEG_2000("JPEG 2000", "image/jp2", "jp2", "jpx", "j2k"),
    JPEG_XR("JPEG XR", "image/jxr", "jxr", "wdp"),
    MNG("MNG or JNG", "image/x-mng", "mng", "jng"),
    PSD("Photoshop (PSD)", "image/vnd.adobe.photoshop", "psd", "psb"),
    CR3("Canon raw (CR3)", "image/x-canon-cr3", "cr3"),
    ICO("Windows icon (ICO)", "image/vnd.microsoft.icon", "ico", "cur"),
    SVG("SVG", "image/svg+xml", "svg"),
    QOI("QOI", "image/x-qoi", "qoi"),
    BPG("BPG", "image/bpg", "bpg"),
    EXR("OpenEXR", "image/x-exr", "exr"),
    DDS("DirectDraw Surface (DDS)", "image/vnd-ms.dds", "dds"),
    XCF("GIMP (XCF)", "image/x-xcf", "xcf"),
    DJVU("DjVu", "image/vnd.djvu", "djvu"),
    WMF("Windows Metafile (WMF)", "image/wmf", "wmf"),
    EMF("Windows Metafile (EMF)", "image/emf", "emf"),
    DICOM("DICOM", "image/dicom", "dcm"),
    CAMERA_RAW("a camera's raw picture", "image/x-raw", "raw", "orf", "rw2", "raf", "x3f", "crw", "mrw"),
    IFF_PICTURE("IFF picture (ILBM)", "image/x-ilbm", "iff", "lbm"),
    TGA("Targa (TGA)", "image/x-tga", "tga"),
    PCX("PCX", "image/vnd.zbrush.pcx", "pcx"),
    NETPBM("Netpbm (PPM, PGM, PBM or PAM)", "image/x-portable-anymap", "ppm", "pgm", "pbm", "pam", "pnm", "pfm"),
    DPX("DPX", "image/x-dpx", "dpx"),
    FITS("FITS", "image/fits", "fits"),
    SUN_RASTER("Sun raster", "image/x-sun-raster", "ras"),
    SGI("SGI picture", "image/x-sgi", "sgi"),
    HDR("Radiance (HDR)", "image/vnd.radiance", "hdr"),
    WXGF("WXGF (the picture format of WeChat's own apps)", "image/x-wxgf", "wxgf"),
    AMR_WB("AMR-WB (wide band)", "audio/amr-wb", "awb"),
    AMR_MC("AMR of several channels", "audio/amr", "amrmc"),
    SILK("SILK (the voice format of WeChat's own apps)", "audio/silk", "silk", "slk"),
    AIFF("AIFF", "audio/aiff", "aiff", "aif", "aifc"),
    W64("Wave64 (W64)", "audio/x-w64", "w64"),
    RF64("RF64 (WAV with 64-bit sizes)", "audio/x-rf64", "rf64"),
    RIFX("RIFX (WAV with its bytes in big-endian order)", "audio/x-rifx", "rifx"),
    MP2("MPEG audio layer II (MP2)", "audio/mpeg", "mp2"),
    MP1("MPEG audio layer I (MP1)", "audio/mpeg", "mp1"),
    APE("Monkey's Audio (APE)", "audio/x-ape", "ape"),
    WAVPACK("WavPack", "audio/x-wavpack", "wv"),
    MUSEPACK("Musepack", "audio/x-musepack", "mpc"),
    TTA("True Audio (TTA)", "audio/x-tta", "tta"),
    CAF("Core Audio (CAF)", "audio/x-caf", "caf"),
    AU("Sun audio (AU)", "audio/basic", "au", "snd"),
    AC3("Dolby Digital (AC-3)", "audio/ac3", "ac3"),
    DSF("DSD (DSF)", "audio/x-dsf", "dsf"),
    MIDI("MIDI", "audio/midi", "mid", "midi"),
    DTS("DTS", "audio/vnd.dts", "dts"),
    TRUE_HD("Dolby TrueHD or MLP", "audio/vnd.dolby.mlp", "thd", "mlp"),
    VOC("Creative Voice (VOC)", "audio/x-voc", "voc"),
    SVX("IFF sound (8SVX)", "audio/x-8svx", "8svx"),
    QCP("QCP (PureVoice)", "audio/qcelp", "qcp"),
    EVS("EVS", "audio/evs", "evs"),
    ADX("ADX", "audio/x-adx", "adx"),
    NCM("NCM (encrypted by NetEase's player)", "audio/x-ncm", "ncm"),
    REAL_AUDIO("RealAudio", "audio/x-realaudio", "ra"),
    SMAF("SMAF (MMF)", "audio/x-smaf", "mmf"),
    M4A("M4A", "audio/mp4", "m4a", "m4b", "m4p"),
    AAC("AAC", "audio/aac", "aac"),
    FLAC("FLAC", "audio/flac", "flac"),
    OGG("Ogg", "audio/ogg", "ogg", "oga", "opus"),
    MP4_FRAGMENT("a part of an MP4 stream, without its start", "video/iso.segment", "m4s", "cmfv"),
    MOV("QuickTime (MOV)", "video/quicktime", "mov", "qt"),
    THREE_GP("3GP", "video/3gpp", "3gp", "3g2"),
    WMV("WMV", "video/x-ms-wmv", "wmv", "asf"),
    AVI("AVI", "video/x-msvideo", "avi"),
    MATROSKA("Matroska or WebM", "video/x-matroska", "mkv", "webm"),
    FLV("FLV", "video/x-flv", "flv"),
    MPEG_PS("MPEG program stream (MPG)", "video/mpeg", "mpg", "mpeg", "vob"),
    MPEG_TS("MPEG transport stream (TS)", "video/mp2t", "ts", "mts", "m2ts"),
    SWF("Flash (SWF)", "video/x-shockwave-flash", "swf"),
    MXF("MXF", "video/mxf", "mxf"),
    IVF("IVF", "video/x-ivf", "ivf"),
    H264("H.264 without a container", "video/h264", "h264", "264"),
    H265("H.265 without a container", "video/h265", "h265", "265", "hevc"),
    MPEG4_ES("MPEG-4 video without a container", "video/mp4v-es", "m4e"),
    DV("DV", "video/x-dv", "dv"),
    NUT("NUT", "video/x-nut", "nut"),
    REAL_MEDIA("RealMedia", "video/vnd.rn-realvideo", "rm", "rmvb"),
    PDF("PDF", "application/pdf", "pdf"),
    ZIP("ZIP", "application/zip", "zip"),
    GZIP("gzip", "application/gzip", "gz"),
    OFFICE("an Office document", "application/x-ole-storage", "doc", "xls", "ppt"),
    RAR("RAR", "application/vnd.rar", "rar"),
    SEVEN_ZIP("7z", "application/x-7z-compressed", "7z"),
    BZIP2("bzip2", "application/x-bzip2", "bz2"),
    XZ("xz", "application/x-xz", "xz"),
    ZSTD("Zstandard", "application/zstd", "zst"),
    LZ4("LZ4", "application/x-lz4", "lz4"),
    TAR("tar", "application/x-tar", "tar"),
    CPIO("cpio", "application/x-cpio", "cpio"),
    AR("ar", "application/x-archive", "a", "deb"),
    CAB("Cabinet (CAB)", "application/vnd.ms-cab-compressed", "cab"),
    APPLE_DOUBLE("an AppleDouble file (\"._name\"), in which macOS keeps what is not the content", "application/x-appledouble",
                 "bin"),
    DS_STORE("a .DS_Store file of macOS", "application/x-dsstore", "bin"),
    SHORTCUT("a Windows shortcut", "application/x-ms-shortcut", "lnk"),
    JAVA_OBJECT("a serialized Java object", "application/x-java-serialized-object", "ser"),
    JAVA_CLASS("a Java class", "application/java-vm", "class"),
    PROGRAM("a program", "application/x-executable", "exe", "elf"),
    FONT("a font", "application/x-font", "woff", "woff2", "ttf", "otf"),
    SQLITE("an SQLite database", "application/vnd.sqlite3", "sqlite"),
    OPENSSL("encrypted by OpenSSL", "application/x-openssl", "enc");

    private final String humanName;
    private final String contentType;
    private final List<String> extensions;

    MediaFormat(String humanName, String contentType, String... extensions) {
        this.humanName = humanName;
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    /** {@return the name to use in a sentence, for example {@code WebP}} */
    public String humanName() {
        return humanName;
    }

    /** {@return the extension a file of this format gets, lower case, without a dot} */
    public String extension() {
        return extensions.get(0);
    }

    /**
     * {@return every extension a file of this format may keep, lower case, without a dot; {@link #extension()} first}
     */
    public List<String> extensions() {
        return extensions;
    }

    /** {@return the media type, for example {@code image/png}} */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns the type that {@code auto} makes of this format. A JPEG is always an image: that it is meant as a thumb
     * cannot be seen from its content.
     *
     * @return the type; null if WeChat does not take this format
     */
    public @Nullable MaterialType autoType() {
        for (MaterialType type : MaterialType.values()) {
            if (type.rule().accepts(this)) {
                return type;
            }
        }
        return null;
    }
}
