// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/looks.h"

#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gallery {

namespace {

QString placeOf(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *step = widget; step && path.size() < 4; step = step->parentWidget()) {
        const QString name = step->objectName().isEmpty() ? QString::fromLatin1(step->metaObject()->className()) : step->objectName();
        path.prepend(name);
    }
    return path.join(u'/');
}

template <class T>
QList<const T *> visibleOnes(const QWidget *root)
{
    QList<const T *> found;
    const QList<T *> all = root->findChildren<T *>();
    std::copy_if(all.begin(), all.end(), std::back_inserter(found), [](const T *widget) { return widget->isVisible(); });
    return found;
}

QString fault(const QWidget *widget, const QString &text, QSize wanted, QSize got)
{
    return u"%1: \"%2\" wants %3x%4 and has %5x%6"_s.arg(placeOf(widget), text.left(60))
        .arg(wanted.width()).arg(wanted.height()).arg(got.width()).arg(got.height());
}

QStringList clippedLabels(const QWidget *root)
{
    QStringList faults;
    for (const QLabel *label : visibleOnes<QLabel>(root)) {
        if (label->text().isEmpty())
            continue;
        const bool elided = label->property("elided").toBool(); // shows that something is missing
        const QSize size = label->size();
        if (label->wordWrap()) {
            const int wanted = label->heightForWidth(size.width());
            if (wanted > size.height() + 1)
                faults.append(fault(label, label->text(), {size.width(), wanted}, size));
        } else if ((!elided && label->sizeHint().width() > size.width() + 1) || label->sizeHint().height() > size.height() + 1) {
            faults.append(fault(label, label->text(), label->sizeHint(), size));
        }
    }
    return faults;
}

QStringList clippedButtons(const QWidget *root)
{
    QStringList faults;
    for (const QAbstractButton *button : visibleOnes<QAbstractButton>(root)) {
        const auto *tool = qobject_cast<const QToolButton *>(button);
        const bool isIcon = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (button->text().isEmpty() || isIcon)
            continue;
        const QSize wanted = button->minimumSizeHint().expandedTo(button->sizeHint());
        if (wanted.width() > button->width() + 1 || wanted.height() > button->height() + 1)
            faults.append(fault(button, button->text(), wanted, button->size()));
    }
    return faults;
}

QStringList clippedHeads(const QWidget *root)
{
    QStringList faults;
    for (const QHeaderView *header : visibleOnes<QHeaderView>(root)) {
        if (header->orientation() != Qt::Horizontal || !header->model())
            continue;
        for (int section = 0; section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
            const int wanted = header->fontMetrics().horizontalAdvance(text);
            if (!header->isSectionHidden(section) && wanted > header->sectionSize(section))
                faults.append(fault(header, text, {wanted, 0}, {header->sectionSize(section), 0}));
        }
    }
    for (const QTabBar *bar : visibleOnes<QTabBar>(root)) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            const int wanted = bar->fontMetrics().horizontalAdvance(bar->tabText(tab));
            if (wanted > bar->tabRect(tab).width())
                faults.append(fault(bar, bar->tabText(tab), {wanted, 0}, bar->tabRect(tab).size()));
        }
    }
    return faults;
}

QString spokenName(const QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return face ? face->text(QAccessible::Name) : QString();
}

constexpr double leastContrast = 4.5;

// The paper is what most of the place shows, the ink what stands out most against it. Smoothed edges of letters are paler
// than the letter, so the strongest pixel is nearest to the colour that was asked for.
double drawnContrast(const QImage &picture, QRect place)
{
    place &= picture.rect();
    QHash<QRgb, int> counts;
    for (int y = place.top(); y <= place.bottom(); ++y)
        for (int x = place.left(); x <= place.right(); ++x)
            ++counts[picture.pixel(x, y)];
    QRgb paper = 0;
    int most = 0;
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry) {
        if (entry.value() > most) {
            most = entry.value();
            paper = entry.key();
        }
    }
    double strongest = 1.0;
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry)
        strongest = std::max(strongest, widgets::contrast(QColor(entry.key()), QColor(paper)));
    return strongest;
}

void judgeInk(const QWidget *widget, const QString &text, const QImage &picture, const QRect &place, QStringList &faults)
{
    const double contrast = drawnContrast(picture, place);
    if (!text.trimmed().isEmpty() && contrast < leastContrast)
        faults.append(u"%1: \"%2\" has a contrast of %3"_s.arg(placeOf(widget), text.left(60)).arg(contrast, 0, 'f', 2));
}

} // namespace

QStringList faintTexts(QWidget *root)
{
    QStringList faults;
    const QImage picture = root->grab().toImage();
    const qreal ratio = picture.devicePixelRatio();
    const auto placed = [&](const QWidget *widget, const QRect &rect) {
        const QRect seen = rect & widget->visibleRegion().boundingRect();
        return QRectF(QPointF(widget->mapTo(root, seen.topLeft())) * ratio, QSizeF(seen.size()) * ratio).toRect();
    };
    const auto judge = [&](const QWidget *widget, const QString &text) {
        if (widget->isEnabled() && !widget->visibleRegion().isEmpty())
            judgeInk(widget, text, picture, placed(widget, widget->rect()), faults);
    };
    for (const QLabel *label : visibleOnes<QLabel>(root))
        judge(label, label->text());
    for (const QAbstractButton *button : visibleOnes<QAbstractButton>(root))
        if (!button->inherits("QLineEditIconButton")) // fades away where there is nothing to clear
            judge(button, button->text());
    for (const QAbstractItemView *view : visibleOnes<QAbstractItemView>(root)) {
        if (!view->model() || !view->isEnabled() || qobject_cast<const QHeaderView *>(view))
            continue;
        const QModelIndex first = view->indexAt(QPoint(2, 2));
        for (int row = std::max(0, first.row()); row < view->model()->rowCount(view->rootIndex()); ++row) {
            const QRect line = view->visualRect(view->model()->index(row, 0, view->rootIndex()));
            if (line.top() > view->viewport()->rect().bottom())
                break;
            for (int column = 0; column < view->model()->columnCount(view->rootIndex()); ++column) {
                const QModelIndex cell = view->model()->index(row, column, view->rootIndex());
                const QRect rect = view->visualRect(cell) & view->viewport()->rect();
                const bool isWhole = rect.height() == view->visualRect(cell).height() && rect.width() > view->fontMetrics().averageCharWidth() * 3;
                if (isWhole && (cell.flags() & Qt::ItemIsEnabled))
                    judgeInk(view, cell.data().toString(), picture, placed(view->viewport(), rect), faults);
            }
        }
    }
    return faults;
}

QStringList clippedTexts(const QWidget *root) { return clippedLabels(root) + clippedButtons(root) + clippedHeads(root); }

QStringList namelessControls(const QWidget *root)
{
    QStringList faults;
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget)
            || (qobject_cast<const QAbstractItemView *>(widget) && !qobject_cast<const QHeaderView *>(widget));
        const bool inner = qobject_cast<const QComboBox *>(widget->parentWidget()) || widget->inherits("QTableCornerButton")
            || widget->objectName().startsWith("qt_"_L1) || widget->inherits("QComboBoxListView");
        if (control && !inner && widget->isVisible() && spokenName(widget).trimmed().isEmpty())
            faults.append(u"%1 has no accessible name"_s.arg(placeOf(widget)));
    }
    return faults;
}

QStringList richTextSinks(const QWidget *root)
{
    QStringList faults;
    const QList<QLabel *> labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        if (label->textFormat() != Qt::PlainText && label->pixmap().isNull())
            faults.append(u"%1 may take its text for markup"_s.arg(placeOf(label)));
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const QString tip = widget->toolTip();
        if (!tip.isEmpty() && Qt::mightBeRichText(tip) && !tip.startsWith("<qt>"_L1))
            faults.append(u"%1: the tool tip may be taken for markup"_s.arg(placeOf(widget)));
    }
    return faults;
}

} // namespace gallery
