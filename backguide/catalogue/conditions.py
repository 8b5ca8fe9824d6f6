"""The conditions under which an exercise may have to be avoided or adapted."""

from collections.abc import Mapping

CONDITIONS: Mapping[str, str] = {
    "wrists": "Sore wrists or carpal tunnel syndrome",
    "shoulders": "Shoulder trouble",
    "knees": "Knee pain when kneeling or bending deeply",
    "ankles": "Ankle pain with the foot pointed or bent back",
    "pregnancy": "Pregnancy from about the 16th week",
    "osteoporosis": "Osteoporosis or a fracture of the spine",
    "head-down": "Uncontrolled blood pressure, glaucoma, recent stroke or retinal disease",
    "blood-pressure": "High blood pressure",
    "dizziness": "Dizziness, vertigo or reflux",
    "stenosis": "Spinal stenosis",
    "spondylolisthesis": "Spondylolisthesis, a slipped vertebra",
    "disc": "Disc herniation with leg pain, or pain on bending forward",
    "facet": "Facet joint pain, or pain on bending backward",
    "hip-replacement": "Hip replacement",
    "sacroiliac": "Sacroiliac or pelvic girdle pain",
    "abdominal": "Abdominal surgery, hernia or separated abdominal muscles",
    "balance": "Trouble keeping your balance",
    "sore-today": "Very sore today, 6 or more out of 10",
}
