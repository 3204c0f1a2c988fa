# Writes JPEG files in every variant that Pillow (libjpeg-turbo) makes, and beside each the pixels that it reads from it:
# NAME.jpg, NAME.raw (as stored: grey, RGB or CMYK inks) and NAME.rgb (upright, on a screen). Prints a line of JSON for each.
import io, json, sys

from PIL import Image, ImageFilter, ImageOps

folder = sys.argv[1]


def scene(width, height):
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    rings = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, rings)).filter(ImageFilter.GaussianBlur(1))


def screen(image):
    """Inks by the naive conversion, as css-color-5 has it."""
    if image.mode != "CMYK":
        return image.convert("RGB")
    c, m, y, k = (band.tobytes() for band in image.split())
    rgb = Image.new("RGB", image.size)
    rgb.putdata([tuple(round((255 - ink) * (255 - black) / 255) for ink in inks) for *inks, black in zip(c, m, y, k)])
    return rgb


def write(name, data, tolerance=2):
    with open(f"{folder}/{name}.jpg", "wb") as file:
        file.write(data)
    image = Image.open(io.BytesIO(data))
    image.load()
    with open(f"{folder}/{name}.raw", "wb") as file:
        file.write(image.tobytes())
    shown = screen(ImageOps.exif_transpose(image))
    with open(f"{folder}/{name}.rgb", "wb") as file:
        file.write(shown.tobytes())
    width, height = shown.size
    print(json.dumps({"name": name, "width": width, "height": height, "mode": image.mode, "tolerance": tolerance}))


def saved(image, **options):
    out = io.BytesIO()
    image.save(out, "JPEG", **{"quality": 92, **options})
    return out.getvalue()


def turned(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


colour = scene(31, 22)
modes = {"rgb": colour, "grey": colour.convert("L"), "cmyk": colour.convert("CMYK")}
for mode, image in modes.items():
    for coding in ("baseline", "progressive"):
        for restart, options in {"": {}, "-blocks": {"restart_marker_blocks": 2}, "-rows": {"restart_marker_rows": 1}}.items():
            write(f"{mode}-{coding}{restart}", saved(image, progressive=coding == "progressive", **options))
for sampling, name in enumerate(("444", "422", "420")):
    for coding in ("baseline", "progressive"):
        write(f"sampled-{name}-{coding}", saved(colour, subsampling=sampling, progressive=coding == "progressive"), 4)
for orientation in range(1, 9):
    for mode, image in modes.items():
        write(f"turned-{mode}-{orientation}", saved(image, exif=turned(orientation)))
# Not 3 and 4: libjpeg does not blend colour differences of two samples.
for side in (1, 2, 5, 7, 8, 9, 15, 16, 17, 33):
    write(f"side-{side}", saved(scene(side, side), subsampling=2), 4)
for quality in (1, 25, 60, 100):
    write(f"quality-{quality}", saved(colour, quality=quality), 4)
write("optimized", saved(colour, optimize=True))
write("kept-rgb", saved(colour, keep_rgb=True, subsampling=0))
# Grey whose sampling factors are 2 by 2 is stored like any other.
grey = bytearray(saved(modes["grey"]))
grey[grey.index(b"\xff\xc0") + 11] = 0x22
write("grey-sampled-22", bytes(grey))
# Luminance, differences and black: what Adobe's software writes of inks, by the transform that its marker tells.
luminance = colour.convert("YCbCr").split()
black = Image.linear_gradient("L").resize(colour.size)
inks = bytearray(saved(Image.merge("CMYK", (*luminance, black))))
inks[inks.index(b"Adobe") + 11] = 2
write("ycck", bytes(inks), 3)
