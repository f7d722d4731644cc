/** The text that a new scenario begins with. It can be played as it is. */
export const freshScenario = `id: my-scenario
version: 1
title:
  uk: Мій сценарій
  ru: Мой сценарий
  en: My scenario
about:
  uk: Чого навчиться учень.
  ru: Чему научится ученик.
  en: What the trainee learns.
languages: [uk, ru, en]
calls:
  - direction: incoming
    customer:
      number: '0661234567'
      name: { uk: Олена Коваль, ru: Елена Коваль, en: Olena Koval }
      temper: calm
    turns:
      - id: greeting
        say: { uk: Алло? Хто це?, ru: Алло? Кто это?, en: Hello? Who is this? }
        next:
          - when: { speech: 1 }
            go: thanks
          - when: { silence: 10 }
            go: thanks
      - id: thanks
        say: { uk: Дякую до побачення., ru: Спасибо до свидания., en: Thank you and goodbye. }
        do:
          - hangUp: true
    expect:
      - greeting: 3
      - deadAir: 5
`;
