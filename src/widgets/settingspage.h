// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person may set, each with its unit, its range, its default, what it does and from when it holds. A change is
// reported at once and kept by whoever composes the program, who tells what holds now. GUI thread.

#include "page.h"

#include "domain/error.h"
#include "domain/settings.h"

#include <memory>

class QComboBox;
class QSpinBox;

namespace Ui {
class SettingsPage;
}

namespace widgets {

class Label;

class SettingsPage : public Page
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);
    ~SettingsPage() override;

    // What holds now, what would hold without this person's file, and what would hold without the organisation's too.
    void setSettings(const domain::Settings &settings, const domain::Settings &defaults);
    void setFault(const std::optional<domain::Error> &error); // why the last change was not kept

    [[nodiscard]] static const CommandSet &commands(); // that are carried out on any page
    [[nodiscard]] CommandSet offers() const override;
    void carryOut(Command command) override;
    void enter() override;
    [[nodiscard]] QByteArray layoutState() const override { return {}; }
    void restoreLayout(const QByteArray &) override { }
    [[nodiscard]] QByteArray place() const override;
    void restorePlace(const QByteArray &place) override;

Q_SIGNALS:
    void chosen(const domain::Settings &settings);
    void leaveRequested(); // back to where the person came from

private:
    struct Number {
        QSpinBox *field = nullptr;
        Label *note = nullptr;
        QString does;
        domain::SettingLimits limits {};
        int (*read)(const domain::Settings &) = nullptr;
        void (*write)(domain::Settings &, int) = nullptr;
    };

    void setUpView();
    void setUpNumbers();
    void addTitle(const QString &text);
    Label *addRow(const QString &title, QWidget *field, const QString &note);
    QComboBox *addChoice(const QString &name, const QString &title, const QList<std::pair<QString, QString>> &choices, const QString &note);
    void addNumber(const QString &name, const QString &title, const QString &suffix, Number number);
    [[nodiscard]] QString noteOf(const Number &number) const;
    void choose(const domain::Settings &settings);

    std::unique_ptr<Ui::SettingsPage> m_ui;
    QComboBox *m_theme = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_zone = nullptr;
    QList<Number> m_numbers;
    domain::Settings m_settings;
    domain::Settings m_defaults;
};

} // namespace widgets
