// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/stopsignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace simulator {

StopSignals::StopSignals(bool watchInput, QObject *parent)
    : QObject(parent)
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    m_descriptor = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &StopSignals::readSignal);
    if (!watchInput)
        return;
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(input, &QSocketNotifier::activated, this, &StopSignals::readInput);
}

StopSignals::~StopSignals()
{
    ::close(m_descriptor);
}

void StopSignals::readSignal()
{
    signalfd_siginfo info = {};
    if (::read(m_descriptor, &info, sizeof info) == sizeof info)
        Q_EMIT raised();
}

void StopSignals::readInput()
{
    std::array<char, 512> ignored = {};
    if (::read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
        Q_EMIT raised();
}

} // namespace simulator
