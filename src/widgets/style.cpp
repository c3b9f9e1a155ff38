// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "stylepaint.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr auto roleProperty = "casemateButtonRole";

QFontMetrics metricsOf(const QStyleOption *option, const QWidget *widget)
{
    if (widget)
        return widget->fontMetrics();
    return option ? option->fontMetrics : QFontMetrics(QApplication::font());
}

const Colours &coloursOf(const QStyleOption *option) { return colours(option->palette); }

} // namespace

void setButtonRole(QWidget *button, ButtonRole role)
{
    button->setProperty(roleProperty, int(role));
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? ButtonRole(button->property(roleProperty).toInt()) : ButtonRole::Plain;
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::polish(QWidget *widget)
{
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QToolButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && !qobject_cast<QHeaderView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    QProxyStyle::polish(widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const QFontMetrics metrics = metricsOf(option, widget);
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return space(Space::Medium, metrics);
    case PM_LayoutHorizontalSpacing: return space(Space::Small, metrics);
    case PM_LayoutVerticalSpacing: return space(Space::Small, metrics);
    case PM_ButtonMargin: return space(Space::Small, metrics) * 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_SmallIconSize: return iconExtent(metrics);
    case PM_LargeIconSize: return iconExtent(metrics) * 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return iconExtent(metrics);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return space(Space::Small, metrics);
    case PM_ScrollBarExtent: return metrics.height() * 2 / 3;
    case PM_ScrollBarSliderMin: return metrics.height() * 3 / 2;
    case PM_HeaderMargin: return cellPadding(metrics);
    case PM_HeaderMarkSize: return metrics.height() * 2 / 3;
    case PM_TabBarTabHSpace: return space(Space::Large, metrics) * 2;
    case PM_TabBarTabVSpace: return space(Space::Small, metrics) * 2;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal: return 0;
    case PM_SplitterWidth: return space(Space::Tight, metrics) * 2;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return space(Space::Tight, metrics);
    case PM_MenuBarHMargin: return space(Space::Tight, metrics);
    case PM_MenuBarItemSpacing: return 0;
    case PM_ToolTipLabelFrameWidth: return space(Space::Small, metrics);
    case PM_FocusFrameHMargin: return space(Space::Small, metrics);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_UnderlineShortcut: return 1;
    case SH_ComboBox_Popup: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeading;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_Header_ArrowAlignment: return Qt::AlignTrailing | Qt::AlignVCenter;
    case SH_DialogButtonLayout: return 5; // the order of GNOME: the affirmative button last
    case SH_ScrollBar_Transient: return 0;
    case SH_Table_GridLineColor:
        return option ? int(coloursOf(option).line.rgba()) : QProxyStyle::styleHint(hint, option, widget, returned);
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const QFontMetrics metrics = metricsOf(option, widget);
    const int control = metrics.height() + space(Space::Small, metrics) * 2; // one height for all controls of a line
    switch (type) {
    case CT_PushButton: {
        QSize size = contents + QSize(space(Space::Medium, metrics) * 2, 0);
        return {qMax(size.width(), metrics.averageCharWidth() * 8), qMax(size.height(), control)};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool hasText = button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        const int pad = space(hasText ? Space::Small : Space::Tight, metrics) * 2;
        QSize size = contents + QSize(pad, 0);
        size.setHeight(qMax(contents.height(), control));
        size.setWidth(qMax(size.width(), control));
        return size;
    }
    case CT_LineEdit: return {contents.width() + space(Space::Small, metrics) * 2, qMax(contents.height(), control)};
    case CT_ComboBox: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + metrics.averageCharWidth(), control};
    }
    case CT_SpinBox: return {QProxyStyle::sizeFromContents(type, option, contents, widget).width(), control};
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + space(Space::Small, metrics), metrics.height() + space(Space::Small, metrics) * 2};
    }
    case CT_MenuBarItem: return contents + QSize(space(Space::Small, metrics) * 2, space(Space::Small, metrics) * 2);
    case CT_ProgressBar: return {contents.width(), qMax(4, metrics.height() / 3)};
    default: return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) { // no arrow buttons: the whole length is the groove
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const QRect groove = bar->rect;
        const bool upright = bar->orientation == Qt::Vertical;
        const int length = upright ? groove.height() : groove.width();
        int slider = length;
        if (bar->maximum > bar->minimum) {
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            slider = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
            slider = qBound(qMin(pixelMetric(PM_ScrollBarSliderMin, bar, widget), length), slider, length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto stretch = [&](int from, int extent) {
            const QRect rect = upright ? QRect(groove.left(), groove.top() + from, groove.width(), extent)
                                       : QRect(groove.left() + from, groove.top(), extent, groove.height());
            return visualRect(upright ? Qt::LeftToRight : bar->direction, groove, rect);
        };
        switch (part) {
        case SC_ScrollBarGroove: return groove;
        case SC_ScrollBarSlider: return stretch(start, slider);
        case SC_ScrollBarSubPage: return stretch(0, start);
        case SC_ScrollBarAddPage: return stretch(start + slider, length - start - slider);
        default: return {};
        }
    }
    if (control == CC_ComboBox) {
        const QFontMetrics metrics = metricsOf(option, widget);
        const int arrow = metrics.height();
        const int pad = space(Space::Small, metrics);
        const QRect all = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, all, QRect(all.right() - arrow - pad / 2 + 1, all.top(), arrow, all.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, all, all.adjusted(pad, 2, -arrow - pad / 2, -2));
    }
    if (control == CC_SpinBox) {
        const QRect all = option->rect;
        const int arrows = metricsOf(option, widget).height();
        const QRect column = QRect(all.right() - arrows, all.top() + 1, arrows, all.height() - 2);
        if (part == SC_SpinBoxUp || part == SC_SpinBoxDown)
            return visualRect(option->direction, all,
                              part == SC_SpinBoxUp ? column.adjusted(0, 0, 0, -column.height() / 2) : column.adjusted(0, column.height() / 2, 0, 0));
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, all, all.adjusted(1, 1, -arrows - 1, -1));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && !(widget && qobject_cast<QComboBox *>(widget->parentWidget()))) {
        const int pad = space(Space::Small, metricsOf(option, widget));
        return option->rect.adjusted(pad, 1, -pad, -1);
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &c = coloursOf(option);
    switch (element) {
    case PE_PanelButtonTool: paint::toolButtonPanel(painter, *option, c); return;
    case PE_FrameFocusRect: {
        if (option->state.testFlag(State_KeyboardFocusChange) && !qobject_cast<const QAbstractItemView *>(widget))
            paint::focusRing(painter, option->rect, c);
        return;
    }
    case PE_FrameDefaultButton: return;
    case PE_PanelLineEdit:
        if (widget && qobject_cast<QComboBox *>(widget->parentWidget()))
            return;
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paint::field(painter, *option, c);
        return;
    case PE_FrameLineEdit: paint::field(painter, *option, c); return;
    case PE_Frame:
    case PE_FrameGroupBox: {
        QStyleOption frame(*option);
        const bool editor = widget && widget->inherits("QPlainTextEdit");
        const bool focused = editor && widget->hasFocus();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(focused ? c.accent : editor ? c.edge : c.line, focused ? 1.6 : 1.0));
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
        return;
    }
    case PE_FrameTabBarBase: {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    }
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelToolBar: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paint::checkBox(painter, *option, c); return;
    case PE_IndicatorRadioButton: paint::radioButton(painter, *option, c); return;
    case PE_IndicatorArrowDown: paint::arrow(painter, option->rect, paint::Arrow::Down, c.muted); return;
    case PE_IndicatorArrowUp: paint::arrow(painter, option->rect, paint::Arrow::Up, c.muted); return;
    case PE_IndicatorArrowLeft: paint::arrow(painter, option->rect, paint::Arrow::Left, c.muted); return;
    case PE_IndicatorArrowRight: paint::arrow(painter, option->rect, paint::Arrow::Right, c.muted); return;
    case PE_IndicatorHeaderArrow:
        // Qt calls the ascending order SortDown; smallest first is an arrow that widens downwards.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const QRect place(option->rect.left(), widget ? 0 : option->rect.top(), option->rect.width(),
                              widget ? widget->height() : option->rect.height());
            if (header->sortIndicator != QStyleOptionHeader::None)
                paint::arrow(painter, place,
                             header->sortIndicator == QStyleOptionHeader::SortDown ? paint::Arrow::Up : paint::Arrow::Down, c.accent);
        }
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            if (element == PE_PanelItemViewItem && item->backgroundBrush.style() != Qt::NoBrush)
                painter->fillRect(item->rect, item->backgroundBrush);
            paint::itemRow(painter, *item, c);
        }
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &c = coloursOf(option);
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paint::pushButton(painter, *button, buttonRole(widget), c);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label(*button);
            label.palette.setColor(QPalette::ButtonText, paint::pushButtonText(*option, buttonRole(widget), c));
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            paint::headerSection(painter, *header, c);
        } else {
            painter->fillRect(option->rect, c.raised);
            paint::line(painter, QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), Qt::Horizontal, c);
        }
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 label;
            if (const auto *newer = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
                label = *newer;
            else
                static_cast<QStyleOptionHeader &>(label) = *header;
            label.palette.setColor(QPalette::ButtonText, c.muted);
            label.state &= ~State_On; // no bold header over the current cell
            if (widget && header->orientation == Qt::Horizontal) // the margin is meant for the sides; letters need the height
                label.rect = QRect(label.rect.left(), 0, label.rect.width(), widget->height() - 1);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paint::tabShape(painter, *tab, c);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab label(*tab);
            if (!label.state.testFlag(State_Selected) && label.state.testFlag(State_Enabled))
                label.palette.setColor(QPalette::WindowText, c.muted);
            label.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_Splitter: return; // the hairlines of its neighbours are enough
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            paint::line(painter, frame->rect, frame->frameShape == QFrame::HLine ? Qt::Horizontal : Qt::Vertical, c);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_ProgressBarGroove: return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            paint::progressBar(painter, *bar, c);
        return;
    case CE_ProgressBarLabel: return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, c.window); return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, c.window);
            const bool on = item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled);
            if (on)
                paint::panel(painter, item->rect.adjusted(1, 1, -1, -1), item->state.testFlag(State_Sunken) ? c.selection : c.chip,
                             Qt::transparent);
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic, item->palette,
                         item->state.testFlag(State_Enabled), item->text, QPalette::ButtonText);
        }
        return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &c = coloursOf(option);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paint::scrollBar(painter, *bar, subControlRect(control, bar, SC_ScrollBarSlider, widget), c);
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            paint::comboBox(painter, *box, subControlRect(control, box, SC_ComboBoxArrow, widget), c);
        return;
    }
    if (control == CC_SpinBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (!box)
            return;
        paint::field(painter, *box, c);
        const auto step = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag enabled, paint::Arrow direction) {
            const bool possible = box->stepEnabled.testFlag(enabled) && box->state.testFlag(State_Enabled);
            paint::arrow(painter, subControlRect(control, box, part, widget), direction, possible ? c.muted : c.disabled);
        };
        step(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, paint::Arrow::Up);
        step(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, paint::Arrow::Down);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace widgets
