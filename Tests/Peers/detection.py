"""The numbers that DetectionTests expects, computed by NumPy.

    python3 Tests/Peers/detection.py
"""
import numpy as np

sigmoid = lambda z: 1 / (1 + np.exp(-z))


def softmax(z):
    powers = np.exp(z - z.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def iou(a, b):
    width, height = np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None)
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])
    return width * height / (area(a) + area(b) - width * height)


def suppress(scores, boxes, classes, most, threshold):
    """The classes are moved apart, so that suppression over all is suppression within each."""
    boxes = np.array(boxes, float)
    apart = boxes + 1e4 * np.array(classes)[:, None]
    left, kept = list(np.argsort(-np.array(scores), kind="stable")), []
    while left and len(kept) < most:
        best = left.pop(0)
        kept.append(int(best))
        left = [i for i in left if iou(apart[best], apart[i]) <= threshold]
    return kept


def voc_ap(hits, truths):
    """All-point interpolation, as PASCAL VOC has it from 2010 on."""
    found = np.cumsum(hits)
    recall, precision = found / truths, found / np.arange(1, len(hits) + 1)
    r, p = np.r_[0, recall, 1], np.r_[0, precision, 0]
    p = np.maximum.accumulate(p[::-1])[::-1]
    change = np.flatnonzero(r[1:] != r[:-1])
    return np.sum((r[change + 1] - r[change]) * p[change + 1])


def decode():
    Z = np.arange(2 * 2 * 2 * 7).reshape(2, 2, 2, 7) % 5 / 4 - 0.5
    anchors = np.array([[1.0, 2.0], [1.5, 0.5]])  # height, width
    column, row = np.meshgrid(np.arange(2), np.arange(2))
    xy = (sigmoid(Z[..., 1:3]) + np.stack([column, row], -1)[:, :, None]) / 2
    wh = np.exp(Z[..., [4, 3]]) * anchors[:, ::-1] / 2
    print("confidence", sigmoid(Z[..., 0]).ravel().tolist())
    print("xy", xy.ravel().tolist())
    print("wh", wh.ravel().tolist())
    print("classes", softmax(Z[..., 5:]).ravel().tolist())


def loss():
    Z = np.array([[0.5, -1, 0.3, 0.2, -0.4, 1, 2, -1], [-2, 0.1, 0.2, 0.3, 0.4, 0, 0, 1]])
    Y = np.array([[1, 0.25, 0.75, 1.5, 0.5, 0, 1, 0], [0.0] * 8])
    a = np.array([[1.0, 2.0], [1.5, 0.5]])
    p, pc = sigmoid(Z[:, 0]), Y[:, 0]

    def value(Z):
        p = sigmoid(Z[:, 0])
        b = np.c_[sigmoid(Z[:, 1:3]), a * np.exp(Z[:, 3:5])]
        return (-np.sum(pc * np.log(p) + (1 - pc) * np.log(1 - p))
                + np.sum(pc * (((b - Y[:, 1:5]) ** 2).sum(1)
                               - (Y[:, 5:] * np.log(softmax(Z[:, 5:]))).sum(1))))

    print("loss", value(Z))
    dZ = np.zeros_like(Z)
    for i in np.ndindex(Z.shape):
        step = np.zeros_like(Z)
        step[i] = 1e-6
        dZ[i] = (value(Z + step) - value(Z - step)) / 2e-6
    print("dZ, numerical", dZ.round(8).tolist())


print("IoU", iou(np.array([2, 1, 4, 3.0]), np.array([1, 2, 3, 4.0])),
      iou(np.array([0, 0, 4, 2.0]), np.array([1, 0, 3, 6.0])))
decode()
loss()
confidence = np.array([0.5, 1, 0.75, 0.25])[:, None]
products = confidence * np.array([[0.25, 0.75], [0.5, 0.5], [0.125, 0.875], [1, 0]])
kept = products.max(axis=1) >= 0.375
print("scores from 0.375 on", products.max(axis=1)[kept].tolist(),
      products.argmax(axis=1)[kept].tolist())
random = np.random.RandomState(1)
scores = [0.9, 0.75, 0.8, 0.6, 0.95, 0.7, 0.5]
boxes = [[0, 0, 10, 10], [1, 1, 11, 11], [0, 0, 10, 9], [20, 20, 30, 30], [19, 20, 29, 31],
         [0, 5, 10, 15], [0, 0, 10, 5]]
classes = [0, 0, 1, 0, 0, 0, 0]
print("kept", suppress(scores, boxes, classes, 10, 0.5), suppress(scores, boxes, classes, 3, 0.5))
print("IoU with the first", [iou(np.array(boxes[0], float), np.array(b, float)) for b in boxes])
for hits, truths in [([1, 0, 1], 2), ([1, 0, 0, 1, 1, 0, 1], 5), ([0, 0], 3), ([0, 1, 1], 2)]:
    print("AP", hits, truths, voc_ap(hits, truths))
