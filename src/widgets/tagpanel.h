// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Adds a tag, with completion from those in use, or takes one off. One decision for each. GUI thread.

#include "panel.h"

#include <QStringList>

#include <memory>

class QCompleter;
class QStringListModel;

namespace Ui {
class TagPanel;
}

namespace widgets {

class TagPanel : public Panel
{
    Q_OBJECT
public:
    explicit TagPanel(QWidget *parent = nullptr);
    ~TagPanel() override;

    // `present`: the tags that can be taken off; `used`: offered while typing. As received.
    void ask(const QString &subject, const QStringList &present, const QStringList &used);
    void focusFirst() override;

Q_SIGNALS:
    void addRequested(const QString &tag);
    void removeRequested(const QString &tag);

private:
    void accept();

    std::unique_ptr<Ui::TagPanel> m_ui;
    QStringListModel *m_used;
};

} // namespace widgets
