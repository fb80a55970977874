package io.pipewright.app.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/// Flat bars with slightly rounded corners.
final class RoundedBarPainter implements BarPainter {

    private static final double ROUND = 4;

    @Override
    public void paintBar(
            Graphics2D graphics,
            BarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base) {
        graphics.setPaint(renderer.getItemPaint(row, column));
        Rectangle2D frame = bar.getFrame();
        double round = Math.min(ROUND, frame.getWidth() / 2);
        graphics.fill(
                new RoundRectangle2D.Double(
                        frame.getX(),
                        frame.getY(),
                        frame.getWidth(),
                        frame.getHeight(),
                        round,
                        round));
    }

    @Override
    public void paintBarShadow(
            Graphics2D graphics,
            BarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base,
            boolean pegged) {
        // Flat.
    }
}
