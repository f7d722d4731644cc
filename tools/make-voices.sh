#!/bin/sh
# Makes the virtual customers' voices: short prompts, µ-law, 8 kHz, mono. Run by hand when a text changes; the files are
# committed, so that neither espeak-ng nor sox is needed to run the server.
# Needs: espeak-ng, sox. Writes: projects/training-server/voices/<language>-<phrase>.wav
set -eu
out="$(cd "$(dirname "$0")/.." && pwd)/projects/training-server/voices"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# say LANGUAGE PHRASE PITCH TEXT
say() {
  espeak-ng -v "$1" -s 150 -p "$3" -w "$work/raw.wav" "$4"
  sox "$work/raw.wav" -r 8000 -c 1 -e mu-law "$out/$1-$2.wav" silence 1 0.01 0.1% reverse silence 1 0.01 0.1% reverse norm -6 highpass 200
}

say uk greeting 45 'Алло, слухаю вас.'
say uk answer-1 45 'Так, це я. А що саме ви хотіли?'
say uk answer-2 45 'Зрозуміло. А скільки це буде коштувати?'
say uk answer-3 45 'Мені треба подумати. Розкажіть, будь ласка, докладніше.'
say uk answer-4 45 'Добре, мене це влаштовує.'
say uk answer-5 45 'Дякую, до побачення.'
say uk unheard 45 'Алло? Вас не чути.'

say ru greeting 60 'Алло, слушаю вас.'
say ru answer-1 60 'Да, это я. А по какому вопросу?'
say ru answer-2 60 'Понятно. А какие у вас условия?'
say ru answer-3 60 'Мне надо подумать. Расскажите подробнее.'
say ru answer-4 60 'Хорошо, я согласен.'
say ru answer-5 60 'Спасибо, до свидания.'
say ru unheard 60 'Алло? Вас не слышно.'

say en greeting 50 'Hello, who is calling?'
say en answer-1 50 'Yes, speaking. What is it about?'
say en answer-2 50 'I see. And how much would that cost?'
say en answer-3 50 'I need to think about it. Could you tell me more?'
say en answer-4 50 'All right, that works for me.'
say en answer-5 50 'Thank you, goodbye.'
say en unheard 50 'Hello? I can not hear you.'

du -ch "$out"/*.wav | tail -1
