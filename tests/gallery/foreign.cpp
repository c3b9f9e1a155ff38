// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/foreign.h"

#include "domain/filter.h"
#include "models/itemroles.h"
#include "support/paths.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gallery {

namespace {

// Names that are the same in every language, and how keys, zones and defanged addresses are written.
const QSet<QString> &names()
{
    static const QSet<QString> all = {
        u"Casemate"_s, u"Deutsch"_s, u"English"_s, u"Ctrl"_s, u"Shift"_s, u"Alt"_s, u"Del"_s, u"Esc"_s, u"Backspace"_s, u"Left"_s,
        u"Return"_s, u"UTC"_s, u"hxxp"_s, u"hxxps"_s, u"Qt"_s, u"TLS"_s, u"me"_s, u"latestLocation"_s, u"MiB"_s, u"GiB"_s,
        // what Microsoft calls its services
        u"Office"_s, u"Identity"_s, u"Endpoint"_s, u"Cloud Apps"_s, u"App Governance"_s, u"Defender XDR"_s,
    };
    return all;
}

const QRegularExpression &plainWords()
{
    static const QRegularExpression all(u"[A-Za-z]{2,}(?:[ '-]+[A-Za-z]+)*"_s);
    return all;
}

QString placeOf(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *step = widget; step && path.size() < 3; step = step->parentWidget())
        path.prepend(step->objectName().isEmpty() ? QString::fromLatin1(step->metaObject()->className()) : step->objectName());
    return path.join(u'/');
}

class Collector
{
public:
    void add(const QWidget *widget, const QString &text)
    {
        if (!text.trimmed().isEmpty())
            texts.append(placeOf(widget) + u": "_s + text);
    }
    void addModel(const QWidget *widget, const QAbstractItemModel *model)
    {
        if (!model)
            return;
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                add(widget, model->headerData(column, Qt::Horizontal, role).toString());
            for (int row = 0; row < qMin(model->rowCount(), rowsRead); ++row)
                addCell(widget, model->index(row, column));
        }
    }

    QStringList texts;

private:
    static constexpr int rowsRead = 40;

    void addCell(const QWidget *widget, const QModelIndex &index)
    {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(models::SecondLineRole),
                               int(models::ServerTextRole), int(models::FullTextRole)})
            add(widget, index.data(role).toString());
        const QStringList chips = index.data(models::ChipsRole).toStringList();
        for (const QString &chip : chips)
            add(widget, chip);
    }
};

void addOwn(Collector &found, const QWidget *widget)
{
    for (const QString &text : {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()}) {
        static const QRegularExpression markup(u"<(qt|/qt|br)>"_s); // of safeToolTip()
        QString plain = text;
        plain.remove(markup).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s).replace(u"&amp;"_s, u"&"_s);
        found.add(widget, plain);
    }
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        found.add(widget, label->text());
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        found.add(widget, button->text());
    } else if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
        found.add(widget, line->placeholderText());
    } else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) {
        found.add(widget, text->placeholderText());
        if (text->isReadOnly())
            found.add(widget, text->toPlainText());
    } else if (const auto *spin = qobject_cast<const QSpinBox *>(widget)) {
        found.add(widget, spin->prefix() + spin->suffix());
    } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        for (int item = 0; item < box->count(); ++item)
            found.add(widget, box->itemText(item));
    } else if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < bar->count(); ++tab)
            found.add(widget, bar->tabText(tab));
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && !qobject_cast<const QHeaderView *>(widget)) {
        found.addModel(widget, view->model());
    }
}

} // namespace

Data::Data()
{
    static const QRegularExpression literal(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression escape(u"\\\\."_s);
    for (const QString &file : {u"widgets/worlds.cpp"_s, u"widgets/office.cpp"_s, u"widgets/fakecheckup.cpp"_s, u"widgets/fakeengine.cpp"_s, u"store/samples.cpp"_s,
                                u"widgets/fakecheckup.cpp"_s, u"gallery/scenes.cpp"_s, u"gallery/startscenes.cpp"_s}) {
        QFile source(casemate::test::sourceDir() + u"/tests/"_s + file);
        if (!source.open(QIODevice::ReadOnly))
            continue;
        QString code = QString::fromUtf8(source.readAll());
        static const QRegularExpression seam(u"\"(_s)?\\s+u?\""_s); // a literal that goes on in the next line
        code.remove(seam);
        QRegularExpressionMatchIterator literals = literal.globalMatch(code);
        while (literals.hasNext()) {
            const QString text = literals.next().captured(1).replace(escape, u"\n"_s);
            m_all += u'\n' + text;
            QRegularExpressionMatchIterator pieces = plainWords().globalMatch(text);
            while (pieces.hasNext())
                m_pieces.insert(pieces.next().captured());
        }
    }
}

bool Data::holds(const QString &words) const
{
    if (m_pieces.contains(words) || names().contains(words) || domain::filterFields().contains(words))
        return true;
    return words.count(u' ') >= 2 && m_all.contains(words);
}

QStringList textsOf(const QWidget *root)
{
    Collector found;
    found.add(root, root->windowTitle());
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all)
        if (widget->isVisible())
            addOwn(found, widget);
    const QList<QAction *> actions = root->findChildren<QAction *>();
    for (const QAction *action : actions)
        if (!action->objectName().startsWith("_q_"_L1) && !action->objectName().startsWith("edit-"_L1)) // of Qt's own menus
            found.add(root, action->text());
    return found.texts;
}

QStringList untranslatedTexts(const QWidget *root, const Data &data)
{
    QStringList faults;
    const QStringList texts = textsOf(root);
    for (const QString &text : texts) {
        QRegularExpressionMatchIterator runs = plainWords().globalMatch(text, text.indexOf(u": "_s) + 2);
        while (runs.hasNext()) {
            const QString words = runs.next().captured();
            if (!data.holds(words) && !faults.contains(u"untranslated: "_s + text))
                faults.append(u"untranslated: "_s + text);
        }
    }
    return faults;
}

} // namespace gallery
