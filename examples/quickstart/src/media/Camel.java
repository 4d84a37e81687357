import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Draws a camel that walks through the desert, and plays it a tune. Run by make.sh; needs nothing but a JDK.
 */
public class Camel {

    private static final int FRAMES = 24;
    private static final int RATE = 8000;
    private static final Color FUR = new Color(0xb9783a);
    private static final Color SHADE = new Color(0x96602d);

    public static void main(String[] args) throws IOException {
        File out = new File(args[0]);
        for (int i = 0; i < FRAMES; i++) {
            ImageIO.write(frame(320, 240, i / (double) FRAMES), "png", new File(out, String.format("frame-%02d.png", i)));
        }
        tune(new File(out, "tune.wav"));
    }

    /** @param t where in the step it is, from 0 to 1 */
    private static BufferedImage frame(int width, int height, double t) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(width / 320.0, height / 240.0);
        g.setPaint(new GradientPaint(0, 0, new Color(0x5fb4e5), 0, 175, new Color(0xfdeccb)));
        g.fillRect(0, 0, 320, 240);
        g.setColor(new Color(0xffd75e));
        g.fill(new Ellipse2D.Double(232, 24, 46, 46));
        dune(g, new Color(0xf0cd85), 150, 26, 0.5);
        dune(g, new Color(0xe3b565), 186, 12, 2.2);
        AffineTransform still = g.getTransform();
        g.translate(0, 2 * Math.sin(4 * Math.PI * t));
        camel(g, Math.sin(2 * Math.PI * t));
        g.setTransform(still);
        dune(g, new Color(0xd9a650), 224, 5, 4.1);
        g.dispose();
        return image;
    }

    private static void dune(Graphics2D g, Color color, double y, double height, double phase) {
        Path2D dune = new Path2D.Double();
        dune.moveTo(0, 240);
        for (int x = 0; x <= 320; x += 4) {
            dune.lineTo(x, y - height * Math.sin(phase + x / 70.0));
        }
        dune.lineTo(320, 240);
        g.setColor(color);
        g.fill(dune);
    }

    private static void camel(Graphics2D g, double step) {
        leg(g, SHADE, 118, -step);
        leg(g, SHADE, 192, step);
        leg(g, FUR, 104, step);
        leg(g, FUR, 206, -step);
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(SHADE);
        Path2D tail = new Path2D.Double();
        tail.moveTo(94, 128);
        tail.quadTo(80, 140, 84 + 4 * step, 162);
        g.draw(tail);
        g.setColor(FUR);
        Path2D body = new Path2D.Double();
        body.moveTo(92, 140);
        body.curveTo(90, 112, 106, 112, 112, 108);
        body.curveTo(120, 70, 140, 70, 147, 104);
        body.curveTo(150, 110, 156, 110, 159, 104);
        body.curveTo(166, 70, 186, 70, 194, 108);
        body.curveTo(212, 112, 224, 124, 236, 112);
        body.curveTo(246, 100, 242, 78, 250, 66);
        body.curveTo(258, 56, 274, 58, 284, 66);
        body.curveTo(290, 72, 288, 80, 278, 81);
        body.curveTo(266, 82, 264, 84, 262, 92);
        body.curveTo(260, 124, 244, 142, 218, 146);
        body.curveTo(200, 158, 110, 160, 92, 140);
        body.closePath();
        g.fill(body);
        Path2D ear = new Path2D.Double();
        ear.moveTo(252, 66);
        ear.lineTo(247, 54);
        ear.lineTo(260, 61);
        ear.closePath();
        g.fill(ear);
        g.setColor(Color.BLACK);
        g.fill(new Ellipse2D.Double(264, 66, 4.5, 4.5));
        g.setStroke(new BasicStroke(1.5f));
        g.drawLine(277, 76, 286, 74);
    }

    private static void leg(Graphics2D g, Color color, double x, double step) {
        g.setColor(color);
        g.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D leg = new Path2D.Double();
        leg.moveTo(x, 140);
        leg.lineTo(x + 4 * step, 178);
        leg.lineTo(x + 9 * step, 212);
        g.draw(leg);
    }

    /** Eight notes of a pentatonic scale, three seconds. */
    private static void tune(File file) throws IOException {
        double[] notes = { 440, 523.25, 587.33, 659.25, 783.99, 659.25, 587.33, 440 };
        int length = RATE * 3 / notes.length;
        byte[] samples = new byte[notes.length * length * 2];
        for (int i = 0; i < notes.length * length; i++) {
            double at = i % length / (double) length;
            double wave = Math.sin(2 * Math.PI * notes[i / length] * i / RATE) * Math.sin(Math.PI * at) * Math.exp(-2 * at);
            int sample = (int) (wave * 16000);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                AudioFileFormat.Type.WAVE, file);
    }
}
