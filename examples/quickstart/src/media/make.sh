#!/bin/bash
# Makes the media of the quickstart; needs a JDK, ffmpeg and, for amr, an ffmpeg with libopencore_amrnb.
set -euo pipefail
cd "$(dirname "$0")"
out=../main/resources/media
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java -Djava.awt.headless=true Camel.java "$work"

f() { ffmpeg -hide_banner -loglevel error -y -fflags +bitexact "$@"; }
picture=(-i "$work/frame-04.png")
walk=(-framerate 12 -stream_loop 1 -i "$work/frame-%02d.png")
tune=(-i "$work/tune.wav")
exact=(-map_metadata -1 -flags:v +bitexact -flags:a +bitexact)

mkdir -p "$out/thumb"
f "${picture[@]}" "${exact[@]}" "$out/camel.png"
f "${picture[@]}" "${exact[@]}" -pix_fmt yuvj420p -q:v 3 "$out/luotuo.jpg"
f "${picture[@]}" "${exact[@]}" -vf scale=128:96 "$out/camel.bmp"
f -framerate 12 -i "$work/frame-%02d.png" "${exact[@]}" -r 6 -loop 0 \
  -vf 'scale=160:120:flags=lanczos,split[a][b];[a]palettegen=max_colors=32[p];[b][p]paletteuse=dither=none' "$out/walk.gif"
f "${picture[@]}" "${exact[@]}" -pix_fmt yuvj420p -vf crop=240:240:80:0,scale=120:120 -q:v 4 "$out/thumb/cover.jpg"
f "${tune[@]}" "${exact[@]}" -c:a pcm_s16le "$out/tune.wav"
f "${tune[@]}" "${exact[@]}" -c:a libmp3lame -ar 22050 -b:a 32k "$out/tune.mp3"
f "${tune[@]}" "${exact[@]}" -c:a libopencore_amrnb -ac 1 -ar 8000 -b:a 12.2k "$out/tune.amr"
f "${tune[@]}" "${exact[@]}" -c:a wmav2 -ar 22050 -b:a 32k "$out/tune.wma"
f "${walk[@]}" "${tune[@]}" "${exact[@]}" -t 3 -c:v libx264 -preset veryslow -crf 28 -pix_fmt yuv420p -c:a aac -b:a 32k \
  -movflags +faststart "$out/walk.mp4"
# the two that have to be refused: a WebP that is called .jpg, and a picture that is text
f "${picture[@]}" "${exact[@]}" -c:v libwebp -q:v 60 -f webp "$out/really-webp.jpg"
echo 'A camel is drawn with a few curves and an ear.' > "$out/not-a-picture.png"
